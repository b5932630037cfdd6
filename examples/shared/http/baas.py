"""The BaaS API with nothing but Python's standard library.

Three outcomes of a send, and only the second may be tried again:
  it returns        the provider took the group. Accepted is not delivered: ask group_status().
  NotSent           certainly not sent.
  OutcomeUnknown    it may have been sent. Never send it again by program; let a person look.
"""

import http.client
import json
import os
import socket
import urllib.error
import urllib.request

TIMEOUT_SECONDS = 30


class NotSent(Exception):
    pass


class OutcomeUnknown(Exception):
    pass


def send_sms(recipients, message):
    """recipients: [{"phone_number": "010-1234-5678", "member_code": "user123"}], at most 1000."""
    body = {"recipients": recipients, "message": message, "channel_id": 1}
    return _send("/message/sms", body)


def send_mms(recipients, message, subject, image_urls=()):
    body = {"recipients": recipients, "message": message, "subject": subject, "channel_id": 3}
    return _send("/message/mms", body | {"img_url_list": list(image_urls)})


def group_status(group_id):
    """The rows of a group: [{"phone", "name", "result", "reason"}]. Reading may be repeated."""
    with _open("GET", f"/message/send_history/sms/{int(group_id)}/messages") as response:
        rows = json.load(response)["data"]
    return rows if isinstance(rows, list) else []


def _send(path, body):
    body = body | {
        "project_id": os.environ["PROJECT_ID"],
        "callback_number": os.environ["BAAS_CALLBACK_NUMBER"],
    }
    try:
        with _open("POST", path, body) as response:
            return json.load(response)["data"]["group_id"]
    except urllib.error.HTTPError as error:
        # A refusal. 408, 5xx and anything odd come after the request was read: it may be on its way.
        if 400 <= error.code < 500 and error.code != 408:
            raise NotSent(f"HTTP {error.code}") from error
        raise OutcomeUnknown(f"HTTP {error.code}") from error
    except urllib.error.URLError as error:
        # Refused, or no such host: nothing left. Any other fault of the network tells nothing.
        if isinstance(error.reason, (ConnectionRefusedError, socket.gaierror)):
            raise NotSent(str(error.reason)) from error
        raise OutcomeUnknown(str(error.reason)) from error
    except (OSError, http.client.HTTPException, ValueError, KeyError, TypeError) as error:
        # A time-out, a cut connection, or a 200 whose body cannot be read.
        raise OutcomeUnknown(type(error).__name__) from error


def _open(method, path, body=None):
    request = urllib.request.Request(
        os.environ.get("BAAS_API_BASE_URL", "https://api.aiapp.link") + path,
        method=method,
        data=None if body is None else json.dumps(body).encode(),
        # The key comes from the environment. Never write it into code.
        headers={"X-API-KEY": os.environ["BAAS_API_KEY"], "Content-Type": "application/json"},
    )
    return _opener.open(request, timeout=TIMEOUT_SECONDS)


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """urllib would carry the key along to wherever a redirect points."""

    def redirect_request(self, *_):
        return None


_opener = urllib.request.build_opener(_NoRedirects)
