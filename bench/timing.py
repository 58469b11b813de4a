"""What a benchmark stands on: commands timed turn about, and what they are given.

Each run is a process of its own; the figures are wall time, CPU time of the process and its children, and the largest
resident memory of any one of them, as the system's wait4 tells it.
"""

import os
import platform
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What one process cost."""

    wall: float
    cpu: float
    megabytes: float


def alternate(commands: Mapping[str, Sequence[str]], turns: Mapping[str, int], place: Path) -> dict[str, list[Run]]:
    """Run turn about, so that what else the machine does falls on all alike; a first round warms the disk."""
    runs: dict[str, list[Run]] = {label: [] for label in commands}
    for turn in range(-1, max(turns.values())):
        for label, command in commands.items():
            warming = turn < 0
            if turn < turns[label] and not (warming and "PDF" in label):
                sys.stderr.write(f"{'warming up' if warming else f'turn {turn + 1}'}: {label}\n")
                run = timed(command, place)
                runs[label] += [] if warming else [run]
    return runs


def timed(command: Sequence[str], place: Path) -> Run:
    """Run a command to its end; what it costs comes from wait4, which counts the children it waited for."""
    log = place / "log.txt"
    start = time.perf_counter()
    with log.open("wb") as said:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=said, stderr=said)  # noqa: S603 - our own words
        _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    code = os.waitstatus_to_exitcode(status)
    process.returncode = code
    if code:
        sys.exit(f"{' '.join(command[:4])} … ended with {code}:\n{log.read_text(errors='replace')[-2000:]}")
    kilobytes = usage.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return Run(wall=wall, cpu=usage.ru_utime + usage.ru_stime, megabytes=kilobytes / 1024)


def on_one_core(command: Sequence[str]) -> list[str]:
    """Return a command that runs on one core, where the system can hold it there."""
    taskset = shutil.which("taskset")
    return [taskset, "-c", "0", *command] if taskset else list(command)


def median(runs: Sequence[Run]) -> Run:
    """Return the medians of several turns."""
    return Run(
        wall=statistics.median(run.wall for run in runs),
        cpu=statistics.median(run.cpu for run in runs),
        megabytes=statistics.median(run.megabytes for run in runs),
    )


def many(turns: int) -> str:
    """Say how many turns a figure comes from."""
    return f"medians of {turns} turns" if turns > 1 else "one turn"


def machine() -> str:
    """Name the machine and the programs, as the notes below a table do."""
    pandoc = shutil.which("pandoc")
    version = (
        subprocess.run([pandoc, "--version"], capture_output=True, text=True, check=True).stdout.split("\n")[0]  # noqa: S603
        if pandoc
        else "no pandoc"
    )
    return f"{os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}, {version}"


def processor() -> str:
    """Name the machine: its processor, its cores and memory, and what lays the pages out."""
    told = Path("/proc/cpuinfo")
    lines = told.read_text(encoding="utf-8").splitlines() if told.is_file() else []
    model = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    name = f"{os.cpu_count()} cores of {model or platform.machine() or 'a machine'}, {memory:.0f} GB"
    libraries = f"Python {platform.python_version()}, WeasyPrint {version('weasyprint')}"
    return f"{name}, {platform.system()}, {libraries}"


def picture(place: Path) -> Path:
    """Make a cover of the usual size with fic2book's own rasteriser."""
    from fic2book import raster

    svg = '<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="2560"><rect width="1600" height="2560"/></svg>'
    picture = place / "picture.jpg"
    picture.write_bytes(raster.svg_to_jpeg(svg, 1600, 2560))
    return picture


def with_headings(place: Path, files: Sequence[Path]) -> list[Path]:
    """Return the manuscripts as one text for pandoc: each title a heading, and no front matter."""
    folder = place / "headed"
    folder.mkdir()
    headed = []
    for file in files:
        _, head, body = file.read_text(encoding="utf-8").split("---\n", 2)
        title = head.split("title: ", 1)[1].splitlines()[0]
        headed.append(folder / file.name)
        headed[-1].write_text(f"# {title}\n\n{body}\n", encoding="utf-8", newline="\n")
    return headed
