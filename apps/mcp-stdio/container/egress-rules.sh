#!/bin/sh
# Writes nftables rules to stdout and changes nothing.
#
#   egress-rules.sh all         the whole table: nothing leaves but to the allowed addresses
#   egress-rules.sh addresses   only what the allowed set holds
#
#   JEONBO_EGRESS   name:port and address:port, separated by spaces
#   JEONBO_HOSTS    default /etc/hosts: the addresses of those names. A line `#opened ADDRESS NAME` opens an address
#                   that is not handed out yet, so that it is open before anybody asks for it.
set -euf

fail() {
  echo "jeonbo-egress: $1" >&2
  exit 78
}

# Before anything is written: what follows the loop below runs in a subshell, whose exit nobody sees.
for entry in ${JEONBO_EGRESS-}; do
  case $entry in
    *[!a-z0-9.:-]* | :* | *: | *:*:* | *:*[!0-9]*) fail "JEONBO_EGRESS: $entry is not name:port" ;;
    *:*) ;;
    *) fail "JEONBO_EGRESS: $entry has no port" ;;
  esac
done
hosts=${JEONBO_HOSTS:-/etc/hosts}
[ -r "$hosts" ] || fail "$hosts cannot be read"

addresses_of() {
  awk -v name="$1" -v port="$2" '
    $1 == "#opened" { sub(/^[ \t]*#opened/, "") }
    $1 ~ /^[0-9]+\.[0-9]+\.[0-9]+\.[0-9]+$/ {
      for (i = 2; i <= NF && $i !~ /^#/; i++) if (tolower($i) == name) print $1 " . " port
    }' "$hosts"
}

allowed=$(
  for entry in ${JEONBO_EGRESS-}; do
    case ${entry%:*} in
      *[!0-9.]*) addresses_of "${entry%:*}" "${entry##*:}" ;;
      *) echo "${entry%:*} . ${entry##*:}" ;;
    esac
  done | sort -u | paste -s -d , -
)

case ${1-} in
  addresses)
    echo "$allowed"
    ;;
  all)
    # `table` before `delete table`, so that the first time is like every other. IPv6 has no rule that lets it leave.
    # 127.0.0.11 is the engine's own name server, which would carry a question out.
    elements=${allowed:+"elements = { $allowed }"}
    cat <<RULES
table inet jeonbo
delete table inet jeonbo
table inet jeonbo {
  set allowed {
    type ipv4_addr . inet_service
    $elements
  }
  chain output {
    type filter hook output priority 0; policy drop;
    ip daddr 127.0.0.11 reject
    oifname "lo" accept
    ct state established accept
    ip daddr . tcp dport @allowed accept
    reject with icmpx type admin-prohibited
  }
  chain input {
    type filter hook input priority 0; policy drop;
    iifname "lo" accept
    ct state established,related accept
  }
  chain forward {
    type filter hook forward priority 0; policy drop;
  }
}
RULES
    ;;
  *)
    fail "say all or addresses"
    ;;
esac
