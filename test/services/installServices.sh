#!/bin/sh
# Installs the real programs that tests run against: OpenLDAP, Samba AD and their tools, and a browser.
# Does something only as root on Debian and only when something is missing; says plainly what it did or why it could not.
# Always ends with 0: what is missing afterwards is reported by the tests themselves.
set -u

missing=''
for tool in slapd slapadd ldapsearch samba samba-tool ldbadd ldbmodify openssl chromium Xvfb; do
  PATH="$PATH:/usr/sbin:/sbin" command -v "$tool" >/dev/null 2>&1 || missing="$missing $tool"
done

if [ -z "$missing" ]; then
  echo 'Test services: slapd, samba, ldap-utils, openssl, chromium and xvfb are installed.'
  exit 0
fi
if [ ! -r /etc/debian_version ] || ! command -v apt-get >/dev/null 2>&1; then
  echo "Test services: missing$missing. Not installed: this is no Debian system. Suites that need them are left out."
  exit 0
fi
if [ "$(id -u)" -ne 0 ]; then
  echo "Test services: missing$missing. Not installed: root is needed. Suites that need them are left out."
  exit 0
fi

echo "Test services: missing$missing. Installing them with apt-get."
export DEBIAN_FRONTEND=noninteractive
# Nothing is started by the installation: the tests start their own servers with their own data.
policy=/usr/sbin/policy-rc.d
if [ ! -e "$policy" ]; then
  printf '#!/bin/sh\nexit 101\n' >"$policy" && chmod 755 "$policy"
  trap 'rm -f "$policy"' EXIT
fi
if apt-get update -qq && apt-get install -y -qq --no-install-recommends \
  samba samba-ad-dc samba-ad-provision samba-dsdb-modules samba-vfs-modules winbind \
  ldb-tools ldap-utils slapd openssl chromium xvfb fonts-liberation >/dev/null; then
  echo 'Test services: installed.'
else
  echo 'Test services: the installation failed (see above). Suites that need them are left out.'
fi
