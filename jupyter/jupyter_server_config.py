# Settings for every place where the lessons run: `make lab`, Binder and JupyterHub (see postBuild).
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[1] / "notebooks"))  # last: it must hide no module of anybody else

from lesson.publish.strip import strip_on_save

c = get_config()  # type: ignore[name-defined]  # noqa: F821

# A widget view without its model shows an error on opening; the text of each question stays.
c.ContentsManager.pre_save_hook = strip_on_save

# An idle kernel costs about 100 MB. Answers are on disk, so nothing is lost with it.
c.MappingKernelManager.cull_idle_timeout = 3600
c.MappingKernelManager.cull_interval = 300
c.MappingKernelManager.cull_connected = True

# A lesson is run when it is opened, and set to be read; in JupyterLab and Notebook 7, and no other notebook is touched.
c.ServerApp.jpserver_extensions.update({"lesson.publish.reading": True})
c.LabServerApp.extra_labextensions_path.append(str(Path(__file__).resolve().parent / "labextensions"))
