import unittest

from gatehouse_synapse.connection import Response
from gatehouse_synapse.unreachable import HostUnreachable
from gatehouse_synapse.web import Forwarded
from twisted.internet.defer import ensureDeferred
from twisted.web.test.requesthelper import DummyRequest

HEAD = b"HTTP/1.1 201 Created\r\nContent-Type: text/plain\r\nContent-Length: 2\r\nX-A: 1\r\nX-A: 2"


class Host:
    def __init__(self, answer):
        self.answer, self.calls = answer, []

    async def forward(self, *call):
        self.calls.append(call)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


class Content:
    def __init__(self, body):
        self.body = body

    def read(self):
        return self.body


class ForwardedTests(unittest.TestCase):
    def ask(self, answer, method=b"POST", headers=()):
        self.host, request = Host(answer), DummyRequest([])
        request.method, request.uri, request.content = method, b"/_synapse/client/a?b=c", Content(b"body")
        request._disconnected = False
        for name, value in headers:
            request.requestHeaders.addRawHeader(name, value)
        Forwarded(self.host, lambda _, function, request: ensureDeferred(function(request))).render(request)
        return request

    def test_a_request_goes_to_the_host_as_it_is_and_its_answer_to_the_client(self):
        request = self.ask(Response(201, b"ok", HEAD), headers=[(b"Authorization", b"Bearer t")])
        self.assertEqual(self.host.calls, [
            (b"POST", b"/_synapse/client/a?b=c", [(b"Authorization", b"Bearer t")], b"body")])
        self.assertEqual((request.responseCode, b"".join(request.written)), (201, b"ok"))
        self.assertEqual(request.responseHeaders.getRawHeaders(b"X-A"), [b"1", b"2"])
        self.assertIsNone(request.responseHeaders.getRawHeaders(b"Content-Length"))

    def test_no_client_says_who_the_homeserver_is_or_where_a_message_ends(self):
        self.ask(Response(200, b"", HEAD), headers=[
            (b"Gatehouse-Socket", b"/evil"), (b"Transfer-Encoding", b"chunked"), (b"Content-Length", b"9")])
        self.assertEqual(self.host.calls[0][2], [])

    def test_head_is_asked_as_get(self):
        self.ask(Response(200, b"ok", HEAD), method=b"HEAD")
        self.assertEqual(self.host.calls[0][0], b"GET")

    def test_a_host_that_is_away_is_a_bad_gateway(self):
        with self.assertLogs("gatehouse_synapse", "WARNING"):
            self.assertEqual(self.ask(HostUnreachable("gone")).responseCode, 502)
