"""Photographs of 12 megapixels to 480, 960 and 1,920 pixels in JPEG and WebP, by Casebook and by Pillow, and builds that find them made.

    scripts/bench-images [--photos 20] [--runs 3]
"""
import argparse
import glob
import os
import shutil
import statistics
import subprocess
import sys
import tempfile

SITE = "title: Bench\nurl: https://bench.example.org/\nvisibility: public\n"
CASE = """title: Photographs
status: published
published: 2026-11-01
synthetic: true
authors: ["Jordan Example, DPM"]
affiliations: {eh: {name: Example Health}}
diagnosis: Ulcer
consent: {status: not-required}
figures:
"""


def site(folder, photos, with_files):
    """A library of one case whose figures are these photographs, or the same figures without their files."""
    case = f"{folder}/content/cases/foot"
    os.makedirs(f"{case}/figures")
    rows = []
    for number, photo in enumerate(photos):
        name = os.path.basename(photo)
        shutil.copy(photo, f"{case}/figures/{name}")
        file = f"file: figures/{name}, " if with_files else ""
        rows.append(f"  - {{id: f-{number}, {file}week: {number}, site: Right foot, caption: Week {number}, alt: A wound}}\n")
    with open(f"{folder}/content/site.yaml", "w") as out:
        out.write(SITE)
    with open(f"{case}/case.yaml", "w") as out:
        out.write(CASE + "".join(rows))
    with open(f"{case}/narrative.md", "w") as out:
        out.write("## Case presentation\n\nWhat was found.\n\n::: figure-timeline\n:::\n")
    return folder


def run(command, **options):
    """Its CPU seconds, those of its children included, and its peak of resident memory in MB."""
    with open("/dev/null", "w") as nowhere:
        child = subprocess.Popen(command, stdout=nowhere, stderr=subprocess.PIPE, **options)
        errors = child.stderr.read().decode()
        _, status, usage = os.wait4(child.pid, 0)
    if status:
        sys.exit(f"bench-images: {' '.join(command[:3])} failed: {errors[-500:]}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    a = argparse.ArgumentParser()
    a.add_argument("--program", required=True)
    a.add_argument("--shared", required=True)
    a.add_argument("--photos", type=int, default=20)
    a.add_argument("--runs", type=int, default=3)
    a = a.parse_args()
    cache = ".build/bench/photos"
    if len(glob.glob(f"{cache}/*.jpg")) < a.photos:
        subprocess.run([sys.executable, f"{a.shared}/bench/gen_photos.py", "--count", str(a.photos), "--seed", "7", "--out", cache], check=True)
    photos = sorted(glob.glob(f"{cache}/*.jpg"))[: a.photos]
    with tempfile.TemporaryDirectory(prefix="casebook-bench-") as folder:
        measure(a, photos, folder)


def measure(a, photos, folder):
    library, bare = site(f"{folder}/site", photos, True), site(f"{folder}/bare", photos, False)
    build = [a.program, "build", "--quiet", "--site"]
    made, pillow, memory, again, empty = [], [], [], [], []
    for number in range(a.runs):
        for part in (".casebook", "output", "print"):
            shutil.rmtree(f"{library}/{part}", ignore_errors=True)
        cpu, peak = run(build + [library])
        made.append(cpu)
        memory.append(peak)
        out = f"{folder}/pillow-{number}"
        os.makedirs(out)
        pillow.append(run([sys.executable, f"{a.shared}/bench/peers/img_pil.py", out, "2"] + photos)[0])
    run(build + [bare])
    for _ in range(max(15, a.runs)):
        again.append(run(build + [library])[0])
        empty.append(run(build + [bare])[0])
    pictures = len(glob.glob(f"{library}/output/cases/foot/figures/*"))
    count, middle = len(photos), statistics.median
    print(f"{count} photographs, {pictures} pictures with the poster's and the index's, medians of {a.runs}")
    print(f"Casebook, whole first build: {middle(made) / count:.2f} CPU s a photograph, {max(memory):.0f} MB at most")
    print(f"Pillow, three widths in two formats: {middle(pillow) / count:.2f} CPU s a photograph")
    print(f"second build, above the same without files: {1000 * (middle(again) - middle(empty)):.1f} ms CPU for all {count}"
          f" ({1000 * middle(again):.1f} and {1000 * middle(empty):.1f})")


if __name__ == "__main__":
    main()
