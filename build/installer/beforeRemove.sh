#!/bin/sh
# Before the package is removed (not before it is replaced by another version): a service that
# `directory-connector service install` has registered would have no program any more.
set -eu
unit=/etc/systemd/system/directory-connector.service
if [ "${1:-}" = remove ] && [ -f "$unit" ] && grep -q directory-connector-desktop "$unit"; then
  systemctl disable --now directory-connector.service || true
  rm -f "$unit"
  systemctl daemon-reload || true
fi
