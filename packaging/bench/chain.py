#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Redemptions on a chain against CometBFT's own example application (abci-cli kvstore): the same socket,
configuration, transaction size and load program, fresh homes, taking turns, medians. Then the
configurations that a consortium may choose, and the light client, proofs and memory.

The machine is stated, since a figure without one says nothing.
"""
import argparse
import json
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "packaging/testnet"))
sys.path.insert(0, str(ROOT / "packaging/bench"))
from table import cpu  # noqa: E402
from testnet import ENGINE, Hospital, Testnet  # noqa: E402

FAST = {"consensus": {"timeout_commit": '"0s"'}}  # nothing waits: what the application costs shows


def example_node(hospital):
    """abci-cli kvstore in the place of apricot-node."""
    with open(hospital.home / "node.log", "ab") as log:
        hospital.node = subprocess.Popen([str(ENGINE.parent / "abci-cli"), "kvstore", "--address",
                                          f"unix://{hospital.socket}"], stdout=log, stderr=log)
    deadline = time.time() + 20
    while not os.path.exists(hospital.socket) and time.time() < deadline:
        time.sleep(0.02)


def memory_of(process):
    for line in pathlib.Path(f"/proc/{process.pid}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) // 1024
    return 0


def one_run(load, bin_folder, kind, hospitals, count, threads, settings):
    folder = pathlib.Path(tempfile.mkdtemp(prefix="apricot-bench-"))
    admin = subprocess.run([str(load), "admin"], check=True, capture_output=True, text=True).stdout.strip()
    ours = Hospital.start_node
    try:
        if kind == "kvstore":
            Hospital.start_node = example_node
        with Testnet(folder, bin_folder, hospitals, admins=[admin], quota=10**9, settings=settings) as net:
            net.start()
            if not net.wait_height(2):
                sys.exit("bench: no block within a minute")
            rpc = ",".join(f"http://127.0.0.1:{h.rpc}" for h in net.voting)
            done = subprocess.run([str(load), "throughput", kind, net.chain, rpc, str(count), str(threads)],
                                  capture_output=True, text=True)
            if done.returncode != 0:
                sys.exit(f"bench: {kind}: {done.stdout}{done.stderr}")
            result = json.loads(done.stdout)
            result["node_mb"] = memory_of(net.voting[0].node)
            return result
    finally:
        Hospital.start_node = ours
        shutil.rmtree(folder, ignore_errors=True)


def median(runs, name):
    return statistics.median(run[name] for run in runs)


def compare(load, bins, hospitals, count, threads, rounds, settings, what):
    runs = {"apricot": [], "kvstore": []}
    for i in range(rounds):
        for kind in (("apricot", "kvstore") if i % 2 == 0 else ("kvstore", "apricot")):
            runs[kind].append(one_run(load, bins, kind, hospitals, count, threads, settings))
    ours, peer = runs["apricot"], runs["kvstore"]
    name = f"{hospitals} validator{'s' if hospitals > 1 else ''}, {what}"
    rate = median(ours, "per_second") / median(peer, "per_second")
    print(f"{name}: {median(ours, 'per_second'):.0f} redemptions/s | {median(peer, 'per_second'):.0f}/s | {rate:.2f} |"
          f" >= 0.9   (each {ours[0]['bytes']} bytes; node {median(ours, 'node_mb'):.0f} MB)")
    for quantile in ("p50_ms", "p95_ms"):
        ratio = median(ours, quantile) / max(0.1, median(peer, quantile))
        print(f"  {quantile[:3]} {median(ours, quantile):.0f} ms | {median(peer, quantile):.0f} ms | {ratio:.2f} | <= 1.1",
              flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bin", type=pathlib.Path, required=True)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--count", type=int, default=4000)
    parser.add_argument("--keys", default="10000,1000000", help="10000000 takes minutes and 10 GB of disk")
    options = parser.parse_args()
    load = options.bin.resolve() / "consortium_load"
    print(f"machine: {cpu()}, {os.cpu_count()} cores, Linux {platform.release()}; medians of {options.rounds} runs each")
    for hospitals in (1, 4):
        compare(load, options.bin, hospitals, options.count, 32, options.rounds, FAST, "32 clients at full rate")
        compare(load, options.bin, hospitals, 60, 1, options.rounds, FAST, "1 client, one after the other")
    print("what a consortium may choose (4 validators, 8 clients, ours alone):")
    for name in ("0s", "200ms", "1s"):
        run = one_run(load, options.bin, "apricot", 4, 400, 8, {"consensus": {"timeout_commit": f'"{name}"'}})
        print(f"  timeout_commit {name}: p50 {run['p50_ms']:.0f} ms, p95 {run['p95_ms']:.0f} ms, {run['per_second']:.0f}/s", flush=True)
    for program in (["bench_light"], ["bench_proofs", *options.keys.split(",")]):
        subprocess.run([str(options.bin / program[0]), *program[1:]], check=True)


if __name__ == "__main__":
    main()
