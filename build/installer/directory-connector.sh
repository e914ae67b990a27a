#!/bin/sh
# The command line of an installed Directory Connector: runs on the Node in its Electron.
# It is both /usr/bin/directory-connector and resources/bin/directory-connector.
set -eu
here=$(dirname "$(readlink -f "$0")")
program="$here/../.."
[ -x "$program/directory-connector-desktop" ] || program='/opt/Directory Connector'
ELECTRON_RUN_AS_NODE=1 exec "$program/directory-connector-desktop" --max-semi-space-size=8 --heap-growing-percent=50 \
  "$program/resources/app.asar/out/main/cli.js" "$@"
