"""What a bundle leaves out: parts of libraries that the program never loads, by path inside site-packages."""

import re
from collections.abc import Iterable
from typing import Final

EXCLUDED_MODULES: Final = (
    "IPython", "PIL.ImageTk", "PIL.ImageQt", "_pytest", "lxml", "matplotlib.tests", "matplotlib.backends.backend_gtk3",
    "matplotlib.backends.backend_tkagg", "matplotlib.backends.backend_webagg", "numpy.f2py.tests", "pandas", "pip",
    "pkg_resources", "pyarrow.flight", "pyarrow.tests", "pydoc_data", "pytest", "scipy.conftest", "setuptools", "tkinter",
)  # fmt: skip
"""Modules PyInstaller would follow although they are only tried."""

OWN: Final = ("installer", "docs")
"""Of our own ``resources``: what no running program reads."""

_QT_LIBRARIES: Final = (
    r"Qml|Quick|Designer|Help|Test|UiTools|Sql|Labs|ShaderTools|OpenGLWidgets|Lottie|3D|VirtualKeyboard|Wayland"
    r"|EglF[Ss]|WlShell|Concurrent|FFmpeg|Network|OpenGL\b|Xml"
)
_DROPPED: Final = re.compile(
    "|".join((
        rf"PySide6/(Qt/lib/lib)?Qt6?({_QT_LIBRARIES})",
        r"PySide6/Qt(Network|OpenGL|DBus|Concurrent|Xml)\.(abi3\.so|pyd|pyi)",
        r"PySide6/(Qt/)?(qml|metatypes|typesystems|include|glue|doc|lib/cmake|lib/objects|libexec|scripts|support|modules)/",
        r"PySide6/[^/]+\.(exe|pyi|lib)$",
        r"PySide6/(assistant|designer|linguist|lrelease|lupdate|balsam|balsamui|qmlformat|qmllint|qmlls|svgtoqml|rcc|uic)[^/]*$",
        r"PySide6/(lib)?pyside6qml",
        r"PySide6/opengl32sw\.dll",
        r"PySide6/(Qt/)?plugins/(designer|egldeviceintegrations|generic|networkinformation|qmllint|qmltooling|sqldrivers"
        r"|tls|vectorimageformats|wayland-[^/]+)/",
        r"PySide6/(Qt/)?plugins/platforms/(lib)?q(eglfs|linuxfb|minimal|minimalegl|vkkhrdisplay|vnc|wayland|direct2d)\b",
        r"PySide6/(Qt/)?plugins/platforminputcontexts/(lib)?qtvirtualkeyboard",
        r"PySide6/(Qt/)?plugins/platformthemes/(lib)?qgtk3",
        r"PySide6/(Qt/)?plugins/imageformats/(lib)?q(pdf|tiff|webp|tga|wbmp|icns)\b",
        r"PySide6/(Qt/)?translations/(?!qt(base)?_(zh_CN|en)\.qm)",
        r"pyarrow/(include|tests|src)",
        r"pyarrow/.*(flight|_s3|s3fs|gcsfs|azurefs|hdfs|orc|cpp_tests|parquet_encryption)",
        r"pyarrow/.*\.(pxd|pyx|pxi|h|hpp|cc|lib)$",
        r"matplotlib/mpl-data/(sample_data|fonts/(afm|pdfcorefonts)|images/.*\.(pdf|gif))",
        r"(numpy|scipy|matplotlib|mpl_toolkits|PIL|fontTools|kiwisolver|contourpy)/.*tests?/",
        r"numpy/(_core/include|_core/lib|f2py|random/lib|random/_examples|distutils)/",
        r"highspy/(include|lib/cmake)",
        r"fontTools/(ttLib/tables/.*_test|merge|pens/.*Pen\.py_)",
        r"(^|/)(setuptools|pip|pkg_resources|_distutils_hack|wheel)(/|-)",
        r"pyarrow/libarrow_python\.so(\.\d+\.\d+\.\d+)?$",
        r"PIL/_(avif|webp|imagingcms|imagingft|imagingmorph|imagingtk)\.",
        r"(pillow\.libs/)?lib(avif|sharpyuv|webp|webpdemux|webpmux|lcms2|aom|harfbuzz|freetype)-[0-9a-f]{8}",
        r"(^|/)_(hashlib|ssl)\.",
        r"^lib(crypto|ssl)\.so",
        r"\.(pyi|pxd|lib|a)$",
        r"^lib(gtk|gdk|gnutls|p11|unistring|hogweed|nettle|krb5|gssapi|cups|avahi)",
        r"^lib(atk|cairo|pango|pixman|harfbuzz|graphite2|fribidi|thai|datrie|gio|gobject|gmodule|mount|blkid|selinux|idn2|tasn1|gmp"
        r"|k5crypto|keyutils|com_err|jpeg\.so|bsd|md\.|X(au|dmcp|ext|render)\.)",  # what GTK and Kerberos would ask for
    ))
)  # fmt: skip
_KEPT: Final = re.compile(
    r"numpy/f2py/(__init__|__version__|_backends|f2py2e|auxfuncs|cfuncs|cb_rules|capi_maps|common_rules|crackfortran|func2subr|f90mod_rules|rules|symbolic|use_rules|diagnose|_isocbind)"
)
"""SciPy imports numpy.f2py, so its modules stay."""


def is_kept(path: str) -> bool:
    """Whether a file, by its path with forward slashes, goes into a bundle."""
    return bool(_KEPT.search(path)) or not _DROPPED.search(path)


def kept(paths: Iterable[str]) -> list[str]:
    """Those of the files that go into a bundle."""
    return [path for path in paths if is_kept(path)]
