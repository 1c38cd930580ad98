#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A consortium of hospitals on one machine: for each a CometBFT validator, an apricot-node, a mailbox.

As a program: makes one (unless the folder has one) and runs it until it is interrupted.
As a module: `Testnet`, for the demonstration, the tests and the benchmarks.
"""
import argparse
import datetime
import json
import os
import pathlib
import random
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
ENGINE = ROOT / "build/comet/bin/cometbft"
SETTINGS = {  # what we recommend (packaging/consortium/guide.md says why), by section
    "": {"log_level": '"error"'},
    "rpc": {"max_body_bytes": "1000000"},
    "p2p": {"addr_book_strict": "false", "allow_duplicate_ip": "true", "pex": "false",
            "flush_throttle_timeout": '"10ms"'},
    "mempool": {"size": "20000", "cache_size": "40000", "max_tx_bytes": "20480"},
    "consensus": {"timeout_propose": '"1s"', "timeout_commit": '"200ms"', "create_empty_blocks_interval": '"5s"',
                  "peer_gossip_sleep_duration": '"10ms"'},
    "tx_index": {"indexer": '"null"'},
}


def free_ports(count):
    """Ports that are free now, below those that the system gives away by itself; all held open until
    all are found."""
    held = []
    while len(held) < count:
        one = socket.socket()
        try:
            one.bind(("127.0.0.1", random.randrange(15000, 32000)))
            held.append(one)
        except OSError:
            one.close()
    ports = [one.getsockname()[1] for one in held]
    for one in held:
        one.close()
    return ports


def run(*words, **more):
    return subprocess.run([str(w) for w in words], check=True, capture_output=True, text=True, **more).stdout


def edit(config, section, name, value):
    """Sets a value of a TOML file, which CometBFT has written with every name in it."""
    lines, here, done = config.read_text().split("\n"), "", False
    for i, line in enumerate(lines):
        if match := re.match(r"\[(.+)\]", line):
            here = match.group(1)
        elif here == section and re.match(rf"{name} *=", line):
            lines[i], done = f"{name} = {value}", True
    if not done:
        raise SystemExit(f"testnet: {config} has no {section}.{name}")
    config.write_text("\n".join(lines))


class Hospital:
    """One validator with its node."""

    def __init__(self, net, index, ports):
        self.net, self.index = net, index
        self.home = net.folder / f"hospital{index}"
        self.p2p, self.rpc, self.gateway, self.admin = ports
        self.engine = self.node = None
        self.address, self.namespace = "127.0.0.1", None
        self.node_environment, self.engine_environment = {}, {}
        self.node_options = {}
        # A path of a unix socket is short; the folder may be deep.
        self.socket = f"/tmp/apricot-{os.getpid()}-{net.number}-{index}.sock"

    @property
    def url(self):
        return f"https://{self.address}:{self.gateway}"

    def init(self):
        run(ENGINE, "init", "--home", self.home / "engine")
        self.id = run(ENGINE, "show-node-id", "--home", self.home / "engine").strip()
        self.key = json.loads((self.home / "engine/config/priv_validator_key.json").read_text())["pub_key"]

    def configure(self, peers, settings):
        config = self.home / "engine/config/config.toml"
        for section, values in SETTINGS.items():
            for name, value in {**values, **settings.get(section, {})}.items():
                edit(config, section, name, value)
        edit(config, "", "proxy_app", f'"unix://{self.socket}"')
        edit(config, "", "abci", '"socket"')
        edit(config, "rpc", "laddr", f'"tcp://127.0.0.1:{self.rpc}"')
        edit(config, "p2p", "laddr", f'"tcp://{self.address}:{self.p2p}"')
        edit(config, "p2p", "persistent_peers",
             '"' + ",".join(f"{p.id}@{p.address}:{p.p2p}" for p in peers if p is not self) + '"')

    def _inside(self):
        return ["ip", "netns", "exec", self.namespace] if self.namespace else []

    def _get(self, url, seconds):
        """The text there; None when nothing answers. CometBFT and the metrics serve their own machine alone."""
        if self.namespace:
            done = subprocess.run([*self._inside(), "curl", "-s", "-m", str(seconds), url], capture_output=True, text=True)
            return done.stdout if done.returncode == 0 else None
        try:
            with urllib.request.urlopen(url, timeout=seconds) as answer:
                return answer.read().decode()
        except OSError:
            return None

    def start_node(self):
        options = {"home": self.home / "state", "mailbox": self.home / "mailbox",
                   "abci": f"unix://{self.socket}", "engine": f"http://127.0.0.1:{self.rpc}",
                   "listen": f"{self.address}:{self.gateway}", "admin-port": self.admin,
                   "certificate": self.net.folder / "node.pem", "key": self.net.folder / "node.key",
                   "requests-per-second": 100000, "connections-per-machine": 400, **self.node_options}
        words = [w for name, value in options.items() for w in (f"--{name}", str(value))]
        with open(self.home / "node.log", "ab") as log:
            self.node = subprocess.Popen([*self._inside(), str(self.net.bin / "apricot-node"), *words], stderr=log,
                                         env={**os.environ, **self.node_environment})
        deadline = time.time() + 20
        while not os.path.exists(self.socket) and self.node.poll() is None and time.time() < deadline:
            time.sleep(0.02)

    def start_engine(self):
        with open(self.home / "engine.log", "ab") as log:
            self.engine = subprocess.Popen([*self._inside(), str(ENGINE), "start", "--home", str(self.home / "engine")],
                                           stdout=log, stderr=log,
                                           env={**os.environ, **self.engine_environment})

    def start(self):
        self.start_node()
        self.start_engine()

    def processes(self):
        return [p for p in (self.engine, self.node) if p is not None]

    def signal(self, number):
        for process in self.processes():
            if process.poll() is None:
                process.send_signal(number)

    def kill(self):
        """As a power cut would."""
        self.signal(signal.SIGKILL)
        for process in self.processes():
            process.wait()

    def stop(self, seconds=15):
        """The engine first: it needs the node to end well."""
        for process in self.processes():
            if process.poll() is None:
                process.send_signal(signal.SIGTERM)
                try:
                    process.wait(seconds)
                except subprocess.TimeoutExpired:
                    process.kill()
                    process.wait()

    def is_running(self):
        return len(self.processes()) == 2 and all(p.poll() is None for p in self.processes())

    def ask(self, path, seconds=5):
        """CometBFT's RPC; None when it does not answer."""
        try:
            return json.loads(self._get(f"http://127.0.0.1:{self.rpc}{path}", seconds) or "").get("result")
        except ValueError:
            return None

    def height(self):
        status = self.ask("/status")
        return int(status["sync_info"]["latest_block_height"]) if status else 0

    def app_hash(self, height):
        commit = self.ask(f"/commit?height={height}")
        return commit["signed_header"]["header"]["app_hash"] if commit else None

    def metric(self, name):
        for line in (self._get(f"http://127.0.0.1:{self.admin}/metrics", 5) or "").split("\n"):
            if line.startswith(f"apricot_{name} "):
                return float(line.split()[1])
        return None


class Testnet:
    count = 0

    def __init__(self, folder, bin_folder, hospitals=4, admins=(), quorum=1, quota=100000, rules=0, settings=None,
                 chain="apricot-testnet", spare=0, powers=None, isolated=False):
        """`spare` hospitals have their keys and no vote, until the consortium lets them in. `isolated` ones
        are machines of their own, in network namespaces (as root), and can be cut off."""
        Testnet.count += 1
        self.number = Testnet.count
        self.folder, self.bin = pathlib.Path(folder).resolve(), pathlib.Path(bin_folder).resolve()
        self.chain, self.settings = chain, settings or {}
        self.folder.mkdir(parents=True, exist_ok=True)
        every = hospitals + spare
        ports = free_ports(4 * every)
        self.hospitals = [Hospital(self, i, ports[4 * i:4 * i + 4]) for i in range(every)]
        self.voting = self.hospitals[:hospitals]
        self.isolated = isolated
        if isolated:
            self._make_network()
        for hospital in self.hospitals:
            hospital.init()
        self._write_genesis(list(admins), quorum, quota, rules, powers or [10] * hospitals)
        for hospital in self.hospitals:
            hospital.configure(self.hospitals, self.settings)
        self._write_certificates()
        self.file = self.folder / "consortium.json"
        self.write_file(self.file, self.voting)

    def _write_genesis(self, admins, quorum, quota, rules, powers):
        genesis = json.loads((self.hospitals[0].home / "engine/config/genesis.json").read_text())
        genesis["chain_id"] = self.chain
        genesis["genesis_time"] = datetime.datetime.now(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        genesis["validators"] = [{"pub_key": h.key, "power": str(power), "name": f"hospital{h.index}"}
                                 for h, power in zip(self.voting, powers)]
        genesis["consensus_params"]["block"]["max_bytes"] = "1048576"
        genesis["app_state"] = {"admins": admins or ["00" * 32], "quorum": quorum, "quota": quota}
        if rules:
            genesis["app_state"]["rules"] = rules
        self.genesis = genesis
        self._hand_out_genesis()

    def _hand_out_genesis(self):
        for hospital in self.hospitals:
            (hospital.home / "engine/config/genesis.json").write_text(json.dumps(self.genesis))

    def continue_from(self, height, root):
        """Before the start: the chain goes on from the state of that block, which is in every home."""
        self.genesis["app_state"] = {"continues": {"height": height, "root": root}}
        self.genesis["initial_height"] = str(height + 1)
        self._hand_out_genesis()
        for hospital in self.hospitals:
            hospital.node_options["continues"] = height

    # --- a network of namespaces: everybody on a bridge, or some on a second one --------------------
    def _make_network(self):
        self.tag = f"ap{os.getpid() % 10000}x{self.number}"
        self.subnet = f"10.{77 + self.number % 100}.{os.getpid() % 250}"
        for side in "ab":
            run("ip", "link", "add", f"{self.tag}{side}", "type", "bridge")
            run("ip", "link", "set", f"{self.tag}{side}", "up")
        run("ip", "addr", "add", f"{self.subnet}.254/24", "dev", f"{self.tag}a")
        for h in self.hospitals:
            h.namespace, h.address, h.link = f"{self.tag}n{h.index}", f"{self.subnet}.{h.index + 1}", f"{self.tag}v{h.index}"
            run("ip", "netns", "add", h.namespace)
            run("ip", "link", "add", h.link, "type", "veth", "peer", "name", "eth0", "netns", h.namespace)
            run("ip", "link", "set", h.link, "master", f"{self.tag}a", "up")
            run("ip", "-n", h.namespace, "addr", "add", f"{h.address}/24", "dev", "eth0")
            run("ip", "-n", h.namespace, "link", "set", "eth0", "up")
            run("ip", "-n", h.namespace, "link", "set", "lo", "up")

    def part(self, away):
        """These hospitals see each other and nobody else, until `join`."""
        for h in away:
            run("ip", "link", "set", h.link, "master", f"{self.tag}b")

    def join(self):
        for h in self.hospitals:
            run("ip", "link", "set", h.link, "master", f"{self.tag}a")

    def _remove_network(self):
        for h in self.hospitals:
            subprocess.run(["ip", "netns", "del", h.namespace], capture_output=True)
            subprocess.run(["ip", "link", "del", h.link], capture_output=True)
        for side in "ab":
            subprocess.run(["ip", "link", "del", f"{self.tag}{side}"], capture_output=True)

    def _write_certificates(self):
        folder = self.folder
        run("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
            "-keyout", folder / "ca.key", "-out", folder / "ca.pem", "-days", "30", "-subj", "/CN=testnet")
        run("openssl", "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
            "-keyout", folder / "node.key", "-out", folder / "node.csr", "-subj", "/CN=127.0.0.1")
        addresses = sorted({"127.0.0.1", *(h.address for h in self.hospitals)})
        (folder / "names").write_text("subjectAltName=" + ",".join(f"IP:{a}" for a in addresses) + "\n")
        run("openssl", "x509", "-req", "-in", folder / "node.csr", "-CA", folder / "ca.pem", "-CAkey",
            folder / "ca.key", "-CAcreateserial", "-days", "30", "-extfile", folder / "names",
            "-out", folder / "node.pem")

    def write_file(self, path, hospitals):
        """What phones and clinics are given: genesis and where the nodes are."""
        genesis = {name: self.genesis[name] for name in ("chain_id", "genesis_time", "validators")}
        nodes = [{"address": h.url, "operator": f"hospital{h.index}"} for h in hospitals]
        path.write_text(json.dumps({"genesis": genesis, "nodes": nodes,
                                    "authority": str(self.folder / "ca.pem")}, indent=1))
        return path

    def start(self, hospitals=None):
        for hospital in hospitals or self.voting:
            hospital.start()

    def stop(self):
        for hospital in self.hospitals:
            for process in hospital.processes():
                if process.poll() is None:
                    process.send_signal(signal.SIGCONT)
        for hospital in self.hospitals:
            hospital.stop()
        if self.isolated:
            self._remove_network()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def wait_height(self, height, hospitals=None, seconds=60):
        """Whether all of them reach it in time."""
        waiting, deadline = list(hospitals or self.voting), time.time() + seconds
        while waiting and time.time() < deadline:
            waiting = [h for h in waiting if h.height() < height]
            if waiting:
                time.sleep(0.1)
        return not waiting

    def agree(self, hospitals=None):
        """Whether all have the same state at the last height that all have; that height."""
        hospitals = list(hospitals or self.voting)
        height = min(h.height() for h in hospitals)
        hashes = {h.app_hash(height) for h in hospitals}
        return len(hashes) == 1 and None not in hashes, height


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", default=ROOT / "build/check/bin")
    parser.add_argument("--out", default=ROOT / "build/testnet")
    parser.add_argument("--hospitals", type=int, default=4)
    arguments = parser.parse_args()
    folder = pathlib.Path(arguments.out)
    if folder.exists():
        import shutil
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    cli = pathlib.Path(arguments.bin) / "apricotctl"
    admins = []
    for i in range(arguments.hospitals):
        made = run(cli, "admin-create", "--vault", folder / f"admin{i}.vault", "--passphrase-fd", "0", "--json",
                   input="testnet")
        admins.append(json.loads(made)["admin"])
    quorum = (arguments.hospitals * 2 + 2) // 3  # the most that the rules allow
    with Testnet(folder, arguments.bin, arguments.hospitals, admins, quorum) as net:
        net.start()
        if not net.wait_height(2):
            sys.exit(f"testnet: no block within a minute; see {folder}/hospital0/engine.log")
        print(f"{arguments.hospitals} hospitals are running, chain {net.chain}.")
        for h in net.hospitals:
            print(f"  hospital{h.index}: gateway {h.url}, metrics http://127.0.0.1:{h.admin}/metrics, logs in {h.home}")
        print(f"For apricotctl: --ledger {net.file}\nAdministrators' vaults: {folder}/admin*.vault, passphrase 'testnet',"
              f" {quorum} signatures needed.\nCtrl-C ends it.", flush=True)
        try:
            while all(h.is_running() for h in net.voting):
                time.sleep(0.5)
            sys.exit("testnet: a process has ended; see the logs")
        except KeyboardInterrupt:
            pass


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: (_ for _ in ()).throw(KeyboardInterrupt()))
    main()
