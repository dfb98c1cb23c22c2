"""The paths that modules answer, in Synapse: each request goes to the host, and its response to the client."""

import logging

from twisted.web.resource import Resource
from twisted.web.server import NOT_DONE_YET

from .unreachable import HostUnreachable

log = logging.getLogger("gatehouse_synapse")

# What is between two servers, and no business of who is behind them.
OWN = {
    b"connection", b"content-length", b"date", b"expect", b"host", b"keep-alive", b"te", b"trailer",
    b"transfer-encoding", b"upgrade",
}


class Forwarded(Resource):
    isLeaf = True

    def __init__(self, host, run_in_background):
        super().__init__()
        self._host, self._run = host, run_in_background

    def render(self, request):
        self._run("gatehouse_web", self._forward, request)
        return NOT_DONE_YET

    async def _forward(self, request):
        # What answers HEAD has a length and no body; Synapse leaves the body out itself.
        method = b"GET" if request.method == b"HEAD" else request.method
        try:
            response = await self._host.forward(method, request.uri, sent_headers(request), request.content.read())
        except HostUnreachable as error:
            log.warning("%s cannot be answered: %s", request.uri.decode("ascii", "replace"), error)
            response = None
        if not request._disconnected:
            answer(request, response)


def sent_headers(request):
    """Those that begin with Gatehouse- say who the homeserver is; no client has a say in that."""
    return [
        (name, value) for name, values in request.requestHeaders.getAllRawHeaders()
        if name.lower() not in OWN and not name.lower().startswith(b"gatehouse-") for value in values
    ]


def answer(request, response):
    if response is None:
        request.setResponseCode(502)
        request.setHeader(b"Content-Type", b"application/json")
        request.write(b'{"errcode":"M_UNKNOWN","error":"The host of this path does not answer"}')
    else:
        request.setResponseCode(response.status)
        for name, value in response.headers():
            if name.lower() not in OWN:
                request.responseHeaders.addRawHeader(name, value)
        request.write(response.body)
    request.finish()
