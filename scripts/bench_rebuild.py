"""Builds after small changes, timed from outside: CPU and wall time, files written.

The corpus and its folder are those of `scripts/bench`, on a memory file system. Each change is made anew for each run; the median
counts. After the changes a build from nothing into another folder must give the same bytes.
"""

import argparse
import pathlib
import shutil
import statistics
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent))
import bench  # noqa: E402


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", required=True, help="the program to time")
    parser.add_argument("--shared", required=True, type=pathlib.Path, help="the folder that holds bench/gen_corpus.py")
    parser.add_argument("--folder", type=pathlib.Path, default=pathlib.Path("/dev/shm/casebook-bench"))
    parser.add_argument("--size", type=int, default=5000, help="number of cases (default: %(default)s)")
    parser.add_argument("--runs", type=int, default=5, help="of each change (default: %(default)s)")
    return parser.parse_args()


def site_for(options):
    """A copy of the corpus as a site, which the changes may spoil."""
    original = bench.corpus(options, "casebook", options.size)
    site = options.folder / f"rebuild-{options.size}"
    shutil.rmtree(site, ignore_errors=True)
    shutil.copytree(original / "content", site / "content")
    return site


def changes(site, template):
    cases = sorted((site / "content" / "cases").iterdir())

    def nothing(number):
        pass

    def narrative(number):
        with open(cases[number * 37 % len(cases)] / "narrative.md", "a") as file:
            file.write(f"\nOne sentence more, of change {number}.\n")

    def title(number):
        path = cases[number * 41 % len(cases)] / "case.yaml"
        text = path.read_text().splitlines()
        path.write_text("\n".join(f"title: Another title {number}" if line.startswith("title:") else line for line in text) + "\n")

    def page_template(number):
        (site / "templates").mkdir(exist_ok=True)
        (site / "templates" / "case.html").write_text(template + f"<!-- change {number} -->\n")

    def settings(number):
        with open(site / "content" / "site.yaml", "a") as file:
            file.write(f"# change {number}\n")

    def output(number):
        (site / "output" / "cases" / cases[number].name / "index.html").unlink()

    def everything(number):
        shutil.rmtree(site / "output")
        shutil.rmtree(site / ".casebook")

    def without_output(number):
        shutil.rmtree(site / "output")

    return [
        ("nothing", nothing), ("one narrative", narrative), ("one title", title), ("one output removed", output),
        ("page template", page_template), ("a comment in site.yaml", settings), ("output removed, cache kept", without_output),
        ("output and cache removed", everything),
    ]


def main():
    options = arguments()
    template = (pathlib.Path(__file__).parent.parent / "templates" / "case.html").read_text()
    site = site_for(options)
    build = [options.program, "build", "--quiet"]
    cold = bench.timed(build, site)
    # Twice: the stamps of what was just written are trusted from the second build on.
    time.sleep(0.1)
    bench.timed(build, site)
    print("| changed | CPU s | wall s | peak MB |\n| --- | ---: | ---: | ---: |")
    print(f"| first build | {cold[0]:.2f} | {cold[1]:.2f} | {cold[2]:.0f} |")
    for name, change in changes(site, template):
        runs = options.runs if name in ("nothing", "one narrative", "one title", "one output removed") else 1
        figures = []
        for number in range(runs):
            change(number)
            time.sleep(0.1)
            figures.append(bench.timed(build, site))
        cpu, wall, memory = (statistics.median(figure[index] for figure in figures) for index in range(3))
        print(f"| {name} | {cpu:.2f} | {wall:.2f} | {memory:.0f} |", flush=True)
    clean = options.folder / "rebuild-clean"
    shutil.rmtree(clean, ignore_errors=True)
    shutil.rmtree(site / ".casebook")
    bench.timed(build + ["--output", str(clean)], site)
    same = subprocess.run(["diff", "-rq", str(site / "output"), str(clean)], capture_output=True, text=True)
    shutil.rmtree(clean, ignore_errors=True)
    shutil.rmtree(site, ignore_errors=True)
    if same.returncode != 0:
        sys.exit(f"a build from nothing differs:\n{same.stdout[:2000]}")


if __name__ == "__main__":
    main()
