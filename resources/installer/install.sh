#!/bin/sh
# Adds the menu entry and the .rmx file type for this user; the program stays in this folder. With --remove: takes them away.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
share=${XDG_DATA_HOME:-$HOME/.local/share}
entry=$share/applications/repurchase-matrix.desktop
type=$share/mime/packages/repurchase-matrix.xml
icon=$share/icons/hicolor/scalable/apps/repurchase-matrix.svg
if [ "${1:-}" = --remove ]; then
    rm -f "$entry" "$type" "$icon"
else
    mkdir -p "$(dirname "$entry")" "$(dirname "$type")" "$(dirname "$icon")"
    sed "s|^Exec=.*|Exec=\"$here/repurchase-matrix\" %f|" "$here/repurchase-matrix.desktop" >"$entry"
    cp "$here/repurchase-matrix.xml" "$type"
    cp "$here/repurchase-matrix.svg" "$icon"
fi
if command -v update-mime-database >/dev/null; then update-mime-database "$share/mime" || true; fi
if command -v update-desktop-database >/dev/null; then update-desktop-database "$share/applications" || true; fi
