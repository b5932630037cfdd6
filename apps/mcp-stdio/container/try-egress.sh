#!/bin/sh
# Tries entrypoint.sh for real, without a container engine: the rules in a network namespace of their own, the server
# in it, and another namespace around it that plays the internet. Changes nothing on this machine.
#
#   container/try-egress.sh              prints what the server could reach, one line each; exit 0 where all is as it should be
#   container/try-egress.sh COMMAND …    runs COMMAND as the server. api.twilio.com is 203.0.113.10, where anything that
#                                        is sent is accepted; port 443 of it is open, unless JEONBO_EGRESS says other
#
# Needs root, ip (iproute2), nft (nftables), setpriv and unshare (util-linux), node.
set -euf

here=$(cd "$(dirname "$0")" && pwd)
if [ "${JEONBO_TRY_EGRESS-}" != inside ]; then
  # With these processes gone, their namespaces are gone too.
  JEONBO_TRY_EGRESS=inside exec unshare --net --mount --pid --fork --kill-child --mount-proc "$here/try-egress.sh" "$@"
fi
unset JEONBO_TRY_EGRESS

mount -t tmpfs -o mode=0755 none /run
mkdir /run/netns
mkfifo /run/said
printf '127.0.0.1 localhost\n203.0.113.10 api.twilio.com\n' >/run/hosts
echo 'nameserver 203.0.113.53' >/run/resolv.conf

ip link set lo up
ip netns add box
ip link add outside type veth peer name eth0 netns box
for address in 203.0.113.10 203.0.113.20 203.0.113.53; do ip address add "$address/24" dev outside; done
ip address add 2001:db8::10/64 dev outside nodad
ip link set outside up
ip -n box link set lo up
ip -n box address add 203.0.113.2/24 dev eth0
ip -n box address add 2001:db8::2/64 dev eth0 nodad
ip -n box link set eth0 up

node "$here/try/outside.mjs" >/run/said &
read -r _ </run/said

if [ $# -eq 0 ]; then
  # Without the rules everything is reached: what is refused below is refused by them.
  nsenter --net=/run/netns/box node "$here/try/probe.mjs" before
  set -- node "$here/try/probe.mjs"
fi
# The engine mounts both read-only and gives these capabilities, as here. The namespace is entered by nsenter: `ip netns exec` would mount /sys anew.
JEONBO_EGRESS="${JEONBO_EGRESS-api.twilio.com:443}" exec nsenter --net=/run/netns/box unshare --mount sh -c '
  mount --bind /run/hosts /etc/hosts && mount -o remount,bind,ro /etc/hosts
  mount --bind /run/resolv.conf /etc/resolv.conf && mount -o remount,bind,ro /etc/resolv.conf
  exec setpriv --bounding-set=-all,+net_admin,+setuid,+setgid,+setpcap --inh-caps=-all --no-new-privs "$@"
  ' sh "$here/entrypoint.sh" "$@"
