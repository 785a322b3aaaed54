"""Cold builds of synthetic libraries, timed from outside: CPU and wall time, peak memory, files written.

Everything lies on a memory file system, so that the disk's moods are not measured. Corpora are made once and kept there;
remove the folder to have the memory back.
"""

import argparse
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import time


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True, help="the program to time")
    parser.add_argument("--shared", required=True, type=pathlib.Path, help="the folder that holds bench/gen_corpus.py")
    parser.add_argument("--folder", type=pathlib.Path, default=pathlib.Path("/dev/shm/casebook-bench"))
    parser.add_argument("--sizes", default="100,1000,5000", help="numbers of cases (default: %(default)s)")
    parser.add_argument("--runs", type=int, default=3, help="of each, the median counts (default: %(default)s)")
    parser.add_argument("--hugo", action="store_true", help="Hugo with YAML front matter in the same run, for the ratio")
    return parser.parse_args()


def corpus(options, tool, count):
    """The folder with that many cases as input for a tool; made when it is not there."""
    cases = options.folder / f"corpus-{count}"
    site = options.folder / f"{tool}-{count}"
    scripts = options.shared / "bench"
    if not (cases / ".done").exists():
        shutil.rmtree(cases, ignore_errors=True)
        run([sys.executable, scripts / "gen_corpus.py", "--cases", count, "--seed", 7, "--out", cases])
        (cases / ".done").touch()
    if not (site / ".done").exists():
        shutil.rmtree(site, ignore_errors=True)
        run([sys.executable, scripts / "emit.py", tool, cases, site])
        (site / ".done").touch()
    return site


def run(command):
    subprocess.run([str(word) for word in command], check=True, stdout=subprocess.DEVNULL)


def timed(command, folder):
    """One run's CPU seconds, wall seconds and peak memory in MB."""
    start = time.monotonic()
    process = subprocess.Popen([str(word) for word in command], cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                               stderr=subprocess.PIPE)
    message = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"{' '.join(map(str, command))} failed:\n{message.decode(errors='replace')[-4000:]}")
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * 1024 / 1e6


def cold(options, tool, count):
    """Medians of several cold builds: CPU, wall, memory, and the number of files."""
    site = corpus(options, tool, count)
    output = options.folder / f"output-{tool}"
    if tool == "hugo":
        command = [pathlib.Path(sys.executable).parent / "hugo", "--quiet", "-d", output]
        traces = [output, site / "resources", site / ".hugo_build.lock"]
    else:
        command = [options.program, "build", "--quiet", "--output", output]
        traces = [output, site / ".casebook"]
    figures = []
    files = 0
    for _ in range(options.runs):
        for trace in traces:
            shutil.rmtree(trace, ignore_errors=True)
            trace.unlink(missing_ok=True)
        figures.append(timed(command, site))
        files = sum(len(names) for _, _, names in os.walk(output))
    shutil.rmtree(output, ignore_errors=True)
    return [statistics.median(column) for column in zip(*figures)] + [files]


def start_up(program):
    """The shortest of twenty starts, in milliseconds: what is left is the program's own."""
    return min(timed([program, "--version"], ".")[1] for _ in range(20)) * 1000


def machine():
    model = next((line.split(":")[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), platform.machine())
    return f"{model}, {len(os.sched_getaffinity(0))} cores"


def main():
    options = arguments()
    options.program = pathlib.Path(options.program).resolve()
    sizes = [int(size) for size in options.sizes.split(",")]
    options.folder.mkdir(parents=True, exist_ok=True)
    print(f"{machine()}; median of {options.runs} cold builds on {options.folder}")
    print(f"start: {start_up(options.program):.1f} ms (casebook --version)\n")
    print("| program | cases | CPU s | wall s | CPU ms a case | wall ms a case | peak MB | files |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    cost = {}
    for count in sizes:
        for tool in ["casebook"] + ["hugo"] * options.hugo:
            cpu, wall, memory, files = cold(options, tool, count)
            cost[tool, count] = cpu / count
            print(f"| {tool} | {count} | {cpu:.2f} | {wall:.2f} | {cpu / count * 1000:.2f} | {wall / count * 1000:.2f} | {memory:.0f} | {files} |",
                  flush=True)
    print()
    if ("casebook", 1000) in cost and ("casebook", 5000) in cost:
        growth = cost["casebook", 5000] / cost["casebook", 1000] - 1
        print(f"CPU time a case from 1,000 to 5,000 cases: {growth:+.0%}")
    for count in sizes:
        if ("hugo", count) in cost:
            print(f"{count} cases: 1/{cost['hugo', count] / cost['casebook', count]:.1f} of Hugo's CPU time")


if __name__ == "__main__":
    main()
