"""One message for each event of an order. In Django call notify() from a webhook view or, after the commit,
from transaction.on_commit(): a post_save signal fires before it is certain that the order exists."""

import sqlite3

from baas import NotSent, OutcomeUnknown, send_mms, send_sms

SCHEMA = "CREATE TABLE IF NOT EXISTS sends (key TEXT PRIMARY KEY, state TEXT, group_id INTEGER)"


def connect(path="orders.sqlite"):
    database = sqlite3.connect(path, isolation_level=None)
    database.execute(SCHEMA)
    return database


def notify(database, event, order):
    """event: 'paid' or 'shipped'. Returns 'accepted', 'duplicate', 'unknown' or 'not-sent'."""
    key = f"{event}:{order['id']}"
    # Noted before anything leaves. After a crash the row stays 'started': not sent again, a person looks.
    claimed = database.execute(
        "INSERT INTO sends VALUES (?, 'started', NULL) ON CONFLICT DO NOTHING RETURNING key", (key,)
    ).fetchone()
    if claimed is None:
        return "duplicate"
    try:
        group_id = _send(event, order)
    except NotSent:
        database.execute("DELETE FROM sends WHERE key = ?", (key,))  # may be tried again
        return "not-sent"
    except OutcomeUnknown:
        database.execute("UPDATE sends SET state = 'unknown' WHERE key = ?", (key,))
        return "unknown"
    database.execute(
        "UPDATE sends SET state = 'accepted', group_id = ? WHERE key = ?", (group_id, key)
    )
    return "accepted"  # not delivered: group_status(group_id) knows later


def _send(event, order):
    to = [{"phone_number": order["phone_number"], "member_code": order["customer_id"]}]
    if event == "paid":
        text = f"{order['name']}님, 주문 {order['id']} 결제가 완료되었습니다.\n금액: {order['total_won']:,}원"
        return send_sms(to, text)
    text = f"{order['name']}님, 주문 {order['id']} 상품이 출발했습니다.\n{order['tracking']}"
    if order.get("image_url"):
        return send_mms(to, text, "상품 발송 안내", [order["image_url"]])
    return send_sms(to, text)
