"""The doctor looks at everything, names what is missing, and never ends in a traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from outreach_app.cli.doctor import Device, examine
from outreach_app.domain.checks import Check, CheckLevel
from outreach_app.look.system_parts import Loading
from outreach_app.printing.programs import Said
from tests.fakes.broken_qt import REFUSAL, put_a_broken_qt

REPOSITORY = Path(__file__).resolve().parent.parent.parent
linux_only = pytest.mark.skipif(sys.platform != "linux", reason="the names are those of Linux")


@pytest.fixture
def device(tmp_path: Path) -> Device:
    """A device on which all is well."""
    return Device(
        environment={"DISPLAY": ":0"},
        loading=Loading("linux", lambda name: None, lambda name: None, None, lambda platform, environment: True),
        data_folder=tmp_path / "outreach",
        find_program=lambda name: f"/usr/bin/{name}",
        free_bytes=lambda folder: 50_000_000_000,
        run_program=lambda arguments, given: Said(0, "scheduler is running\nprinter HANDOUT is idle.  enabled\n"),
        today=date(2026, 11, 22),
    )


def found(device: Device, code: str) -> Check:
    return next(check for check in examine(device) if check.code == code)


def test_a_device_on_which_all_is_well_needs_no_remedy(device: Device) -> None:
    checks = examine(device)
    assert [check.code for check in checks if check.level is not CheckLevel.OK] == []
    assert [check.remedy for check in checks if check.remedy is not None] == []


def test_everything_is_looked_at_even_when_qt_cannot_load(device: Device) -> None:
    def refuse(name: str) -> None:
        raise ImportError(REFUSAL)

    broken = replace(device, loading=replace(device.loading, module=refuse))
    assert [check.code for check in examine(broken)] == [check.code for check in examine(device)]
    assert found(broken, "qt").level is CheckLevel.FAIL
    assert "libegl1" in str(found(broken, "qt").remedy)
    assert found(broken, "film").level is CheckLevel.WARN


def test_a_session_without_a_display_fails_and_the_libraries_are_looked_at_all_the_same(device: Device) -> None:
    remote = replace(device, environment={})
    assert found(remote, "display").level is CheckLevel.FAIL
    assert found(remote, "window-parts").level is CheckLevel.OK


def test_a_missing_lp_is_a_warning(device: Device) -> None:
    check = found(replace(device, find_program=lambda name: None), "printing")
    assert check.level is CheckLevel.WARN
    assert "cups" in str(check.remedy)


def test_the_printers_are_named_and_a_silent_print_server_is_a_warning(device: Device) -> None:
    assert "HANDOUT" in str(found(device, "printing").text)
    silent = replace(device, run_program=lambda arguments, given: Said(0, "scheduler is not running\n"))
    check = found(silent, "printing")
    assert check.level is CheckLevel.WARN
    assert "systemctl start cups" in str(check.remedy)


@pytest.mark.parametrize(
    ("megabytes", "level"), [(50, CheckLevel.FAIL), (500, CheckLevel.WARN), (5_000, CheckLevel.OK)]
)
def test_little_space_warns_and_hardly_any_fails(device: Device, megabytes: int, level: CheckLevel) -> None:
    assert found(replace(device, free_bytes=lambda folder: megabytes * 1_000_000), "disk-space").level is level


def test_a_disk_that_cannot_be_asked_is_a_warning(device: Device) -> None:
    def refuse(folder: Path) -> int:
        raise OSError("no such device")

    assert found(replace(device, free_bytes=refuse), "disk-space").level is CheckLevel.WARN


@linux_only
def test_a_data_folder_that_cannot_be_written_fails_with_its_name(device: Device) -> None:
    check = found(replace(device, data_folder=Path("/proc/outreach")), "data-folder")
    assert check.level is CheckLevel.FAIL
    assert "/proc/outreach" in str(check.text)


def test_looking_at_the_data_folder_makes_nothing(device: Device) -> None:
    found(device, "data-folder")
    assert list(device.data_folder.parent.iterdir()) == []


def test_a_clock_from_before_the_program_fails(device: Device) -> None:
    assert found(replace(device, today=date(1970, 1, 1)), "clock").level is CheckLevel.FAIL
    assert found(replace(device, today=date(2035, 1, 1)), "clock").level is CheckLevel.OK


def test_json_is_one_document_with_the_promised_keys() -> None:
    result = _outreach("doctor", "--json")
    checks = json.loads(result.stdout)["checks"]
    assert {tuple(check) for check in checks} == {("code", "level", "text", "remedy")}
    assert result.returncode == (1 if any(check["level"] == "fail" for check in checks) else 0)
    assert result.stderr == ""


@linux_only
def test_a_library_that_the_system_cannot_load_is_named_with_its_package(tmp_path: Path) -> None:
    (tmp_path / "libEGL.so.1").touch()
    result = _outreach("doctor", LD_LIBRARY_PATH=str(tmp_path))
    assert result.returncode == 1
    assert "fail This system lacks libEGL.so.1." in result.stdout
    assert "sudo apt install libegl1" in result.stdout
    assert "Traceback" not in result.stdout + result.stderr


@linux_only
def test_without_the_sound_library_only_the_film_is_missing(tmp_path: Path) -> None:
    (tmp_path / "libpulse.so.0").touch()
    result = _outreach("doctor", "--json", LD_LIBRARY_PATH=str(tmp_path))
    checks = {check["code"]: check for check in json.loads(result.stdout)["checks"]}
    assert checks["film"]["level"] == "warn"
    assert checks["film"]["remedy"].endswith("sudo apt install libpulse0")
    assert checks["qt"]["level"] == "ok"


def test_a_qt_that_does_not_load_ends_in_a_sentence_and_never_in_a_traceback(tmp_path: Path) -> None:
    put_a_broken_qt(tmp_path)
    result = _outreach("doctor", PYTHONPATH=str(tmp_path))
    assert result.returncode == 1
    assert "libEGL.so.1" in result.stdout
    assert "Traceback" not in result.stdout + result.stderr


def _outreach(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The real program in a process of its own, where a broken Qt harms nobody."""
    command = [sys.executable, "-m", "outreach_app", *arguments]
    with_these = {**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment}
    return subprocess.run(command, cwd=REPOSITORY, env=with_these, capture_output=True, text=True)
