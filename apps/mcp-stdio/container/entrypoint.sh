#!/bin/sh
# Lays the egress rules, gives every privilege away, and becomes the server.
#
# It starts as root with NET_ADMIN to lay the rules, and SETUID, SETGID and SETPCAP to get rid of root. Two processes
# remain:
#   the server       PID 1, so that signals and the exit code are its own; another user, no capability, none to be had
#   keep-egress.sh   root with NET_ADMIN alone and an environment without any key; the server can neither signal nor
#                    trace it, as it is another user without capabilities
# There is no DNS, from the first moment on: /etc/hosts is mounted read-only and kept by `jeonbo-mcp isolate` outside,
# which looks the allowed names up again and again. Without it: --add-host NAME:ADDRESS.
#
#   JEONBO_EGRESS   name:port and address:port, separated by spaces: all that may be reached. Empty: nothing.
#   JEONBO_RUN_AS   uid:gid of the server. Default 10001:10001
set -euf

fail() {
  echo "jeonbo-egress: $1" >&2
  exit 78
}

here=$(dirname "$0")
run_as=${JEONBO_RUN_AS:-10001:10001}
case $run_as in
  0*:* | *:0* | *[!0-9:]* | *:*:*) fail "JEONBO_RUN_AS: $run_as is not uid:gid of an ordinary user" ;;
  ?*:?*) ;;
  *) fail "JEONBO_RUN_AS: $run_as is not uid:gid" ;;
esac
[ "$(id -u)" = 0 ] || fail "start it as root with --cap-add NET_ADMIN,SETUID,SETGID,SETPCAP; the server will be $run_as"

rules=$("$here/egress-rules.sh" all)
echo "$rules" | nft -f - || fail "the rules could not be laid, so nothing is started (--cap-add NET_ADMIN?)"

env -i PATH="$PATH" JEONBO_EGRESS="${JEONBO_EGRESS-}" JEONBO_HOSTS="${JEONBO_HOSTS:-/etc/hosts}" \
  setpriv --bounding-set=-all,+net_admin --inh-caps=-all --no-new-privs \
  "$here/keep-egress.sh" </dev/null >&2 &

unset JEONBO_EGRESS JEONBO_RUN_AS JEONBO_HOSTS
exec setpriv --reuid="${run_as%:*}" --regid="${run_as#*:}" --clear-groups \
  --bounding-set=-all --inh-caps=-all --no-new-privs "$@"
