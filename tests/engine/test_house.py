"""The house itself: what is pinned, what must never be committed, and colours that can be read."""

import json
import os
import re
import shutil
import subprocess
import sys
import venv

import pytest
import yaml
from support import HOME, tracked


def test_conda_and_pip_install_the_same():
    wanted = yaml.safe_load((HOME / "environment.yml").read_text(encoding="utf-8"))["dependencies"]
    assert wanted[-1] == {"pip": ["-r requirements.txt"]}


@pytest.mark.parametrize("folder", [HOME, HOME / "tests"], ids=["lessons", "tests"])
def test_every_direct_requirement_has_a_reason_and_a_pin(folder):
    pins = {
        line.split("==")[0].strip() for line in (folder / "requirements.txt").read_text(encoding="utf-8").splitlines()
    }
    lines = [
        line
        for line in (folder / "requirements.in").read_text(encoding="utf-8").splitlines()
        if line.strip() and not line.startswith(("#", "-"))
    ]
    for line in lines:
        name, _, reason = line.partition("#")
        assert name.strip().lower() in pins, name
        assert len(reason.split()) >= 3, f"why {name}?"


def test_the_tests_never_unpin_what_the_lessons_need():
    pins = [
        dict(
            line.split(" ;")[0].split("==")
            for line in (folder / "requirements.txt").read_text(encoding="utf-8").split("\n")
            if "==" in line
        )
        for folder in (HOME, HOME / "tests")
    ]
    assert {name: version for name, version in pins[1].items() if pins[0].get(name, version) != version} == {}


MACHINE = re.compile(r"(?<![\w.])/(?:root|home|work|tmp|var|opt|mnt|srv|Users)/[\w.]|[A-Z]:\\\\?Users\\")
REGISTRY = re.compile(
    r"--(?:extra-)?index-url|(?:PIP|UV)_\w*INDEX|pythonhosted\.|pypi\.org|registry\.npmjs|conda\.anaconda"
)


def test_no_machine_path_and_no_registry_address_is_committed():
    for path in tracked():
        if path.suffix in (".png", ".webp"):
            continue
        text = path.read_text(encoding="utf-8")
        assert not MACHINE.search(text), path
        assert path.name == "test_house.py" or not REGISTRY.search(text), path
        assert path.name not in ("uv.lock", "poetry.lock", "Pipfile.lock", ".npmrc", "pip.conf")


@pytest.mark.parametrize("parts", [("", "home", "ann"), ('"', "tmp", "x"), ("=", "var", "lib"), ("", "Users", "ann")])
def test_the_scan_would_see_the_path_of_a_machine(parts):
    assert MACHINE.search(f"open({'/'.join(parts)})")
    assert not MACHINE.search("https://example.org/home/page notebooks/home/x ~/lessons")


@pytest.mark.parametrize("slash", ["\\", "\\\\"])
def test_the_scan_would_see_the_path_of_a_windows_machine(slash):
    assert MACHINE.search(slash.join(("C:", "Users", "ann")))


@pytest.mark.parametrize(
    "address", ["--index-url x", "--extra-index-url=x", "PIP_INDEX_URL", "UV_DEFAULT_INDEX", ".".join(("pypi", "org"))]
)
def test_the_scan_would_see_a_registry(address):
    assert REGISTRY.search(address)
    assert not REGISTRY.search('"--no-emit-index-url"')


def test_clean_leaves_nothing_but_the_project_and_the_answers(tmp_path):
    shutil.copy(HOME / "do.py", tmp_path)
    made = [".venv", "build", "__pycache__", ".ipynb_checkpoints", "jupyter/__pycache__", "data/.ipynb_checkpoints"]
    made += ["notebooks/lesson/course/__pycache__", "tests/browser/__pycache__", "seeds/.ipynb_checkpoints"]
    kept = [
        "my-answers/learner-1/__pycache__/answers.jsonl",
        "notebooks/mine.ipynb",
        "course/00_sunday_library/questions.yaml",
    ]
    for name in [*(f"{folder}/made" for folder in made), *kept]:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    subprocess.run([sys.executable, tmp_path / "do.py", "clean"], check=True)
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert left == {"do.py", *kept}


def luminance(colour):
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one, two):
    light, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def palettes():
    """The colours in the light and in the dark, then the same for browsers that know no light-dark()."""
    css = (HOME / "notebooks/lesson/screen/css/palette.css").read_text(encoding="utf-8")
    both = re.findall(r"--([\w-]+): .*?light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)", css)
    yield {name: light for name, light, _ in both}
    yield {name: dark for name, _, dark in both}
    for block in re.findall(r"\.lesson \{(.*?)\}", css[css.index("@supports") :], re.S):
        yield dict(re.findall(r"--([\w-]+): (?:var\([^,]+, )?(#[0-9a-f]{6})", block))


def test_the_style_sheet_has_a_light_and_a_dark_palette_and_older_browsers_have_the_same():
    light, dark, old_light, old_dark = palettes()
    assert (light["ink"], dark["ink"]) == ("#1b1f24", "#e9edf1")
    assert (light, dark) == (old_light, old_dark)


@pytest.mark.parametrize("palette", list(palettes())[:2], ids=["light", "dark"])
def test_text_is_readable_on_every_ground_that_it_stands_on(palette):
    pairs = [
        ("ink", "paper"),
        ("quiet", "paper"),
        ("quiet", "wash"),
        ("ink", "wash"),
        ("accent", "paper"),
        ("paper", "ink"),
        ("no", "paper"),
    ]
    pairs += [(ink, f"{name}-wash") for name in ("yes", "no", "open") for ink in ("ink", name, "quiet", "accent")]
    for ink, ground in pairs:
        assert contrast(palette[ink], palette[ground]) >= 4.5, (ink, ground, contrast(palette[ink], palette[ground]))
    assert contrast(palette["edge"], palette["paper"]) >= 3


def test_the_scripts_and_the_styles_load_nothing():
    """The name of SVG looks like an address and is none: nobody asks for it."""
    names = ("lesson.js", "page.js", "map.js", "lesson.css", "map.css")
    ours = [HOME / "notebooks/lesson/screen" / name for name in names]
    for name in [*ours, *(HOME / "jupyter/labextensions").rglob("static/*")]:
        text = name.read_text(encoding="utf-8")
        assert not re.search(r"https?://(?!www\.w3\.org/2000/svg\b)|@import|\burl\(|\bfetch\(|import\(", text), name


def post_build(env):
    """Run postBuild with the Python of a fresh environment first on the path."""
    path = os.pathsep.join([str(env / "bin"), os.environ["PATH"]])
    return subprocess.run(
        ["bash", HOME / "postBuild"], capture_output=True, text=True, env={**os.environ, "PATH": path}
    )


ON_LINUX = pytest.mark.skipif(os.name == "nt", reason="Binder and JupyterHub run on Linux")


@ON_LINUX
def test_binder_and_jupyterhub_get_the_same_settings(tmp_path):
    """postBuild links the project's Jupyter settings into the environment whose Python comes first; twice is once."""
    venv.create(tmp_path / "env", with_pip=False)
    there = tmp_path / "env" / "etc" / "jupyter"
    for _ in range(2):
        done = post_build(tmp_path / "env")
        assert (done.returncode, done.stderr) == (0, "")
        for file in (HOME / "jupyter").rglob("*.*"):
            if file.is_file() and not {"__pycache__", "labextensions"} & set(file.parts):
                assert (there / file.relative_to(HOME / "jupyter")).resolve() == file
    # What runs a lesson on opening is not linked: the settings name its folder, through the link too.
    code = (
        "import sys; from traitlets.config import PyFileConfigLoader as L; c = L('jupyter_server_config.py', sys.argv[1]).load_config();"
        "print(c.LabServerApp.extra_labextensions_path.get_value([])[-1]); print(c.ServerApp.jpserver_extensions.get_value({}))"
    )
    done = subprocess.run([sys.executable, "-c", code, there], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [str(HOME / "jupyter/labextensions"), "{'lesson.publish.reading': True}"]


@ON_LINUX
@pytest.mark.parametrize("linked", [False, True], ids=["a file", "a link to another project"])
def test_settings_of_somebody_else_are_never_replaced(tmp_path, linked):
    venv.create(tmp_path / "env", with_pip=False)
    there = tmp_path / "env" / "etc" / "jupyter"
    (there / "labconfig").mkdir(parents=True)
    theirs = tmp_path / "page_config.json" if linked else there / "labconfig" / "page_config.json"
    theirs.write_text('{"theirs": true}')
    if linked:
        (there / "labconfig" / "page_config.json").symlink_to(theirs)
    done = post_build(tmp_path / "env")
    assert done.returncode == 1
    assert "labconfig/page_config.json is there already" in done.stderr
    assert "To mend it: move that file away" in done.stderr
    assert theirs.read_text() == '{"theirs": true}'
    assert sorted(path.name for path in there.rglob("*.*")) == ["page_config.json"]


def test_jupyter_strips_views_culls_kernels_and_shows_no_news():
    """The settings, loaded as Jupyter loads them, through such a link or not."""
    code = (
        "import json; from traitlets.config import PyFileConfigLoader as L; c = L('jupyter_server_config.py', 'jupyter').load_config();"
        "print(c.ContentsManager.pre_save_hook.__name__, c.MappingKernelManager.cull_idle_timeout, c.MappingKernelManager.cull_connected);"
        "import sys; print(*sys.path, sep='\\n')"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=HOME, capture_output=True, text=True, check=True)
    settings, *path = done.stdout.splitlines()
    assert settings.split() == ["strip_on_save", "3600", "True"]
    assert path[-1] == str(HOME / "notebooks"), "a module of the lessons must hide no module of anybody else"
    page = json.loads((HOME / "jupyter/labconfig/page_config.json").read_text(encoding="utf-8"))
    assert page["disabledExtensions"] == {
        "@jupyterlab/apputils-extension:announcements": True,
        "jupyterlab-jupytext": True,
    }
