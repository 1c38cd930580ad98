#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the benchmark programs and prints one table of ratios.

Each program prints lines `name | ours | peer | ratio | goal`, measured side by side in one run; other
lines are shown as they are. The machine is stated, since a figure without one says nothing.
"""
import argparse
import os
import pathlib
import platform
import subprocess
import sys


def cpu():
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return platform.processor()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bin", type=pathlib.Path, required=True)
    parser.add_argument("names", nargs="*", help="benchmarks to run (default: all)")
    args = parser.parse_args()
    programs = sorted(args.bin.glob("bench_*"))
    if args.names:
        programs = [p for p in programs if p.name.removeprefix("bench_") in args.names]
    if not programs:
        sys.exit("bench: no such benchmark")
    print(f"machine: {cpu()}, {os.cpu_count()} cores, Linux {platform.release()}")
    rows, failed = [("what", "ours", "peer", "ratio", "goal")], []
    for program in programs:
        print(f"running {program.name} ...", flush=True)
        done = subprocess.run([program], stdout=subprocess.PIPE, text=True)
        if done.returncode != 0:
            failed.append(program.name)
        for line in done.stdout.splitlines():
            cells = [cell.strip() for cell in line.split("|")]
            if len(cells) == 5:
                rows.append(tuple(cells))
            elif line.strip():
                print("  " + line)
    widths = [max(len(row[i]) for row in rows) for i in range(5)]
    for n, row in enumerate(rows):
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip())
        if n == 0:
            print("  ".join("-" * width for width in widths))
    if failed:
        sys.exit("bench: failed: " + ", ".join(failed))


if __name__ == "__main__":
    main()
