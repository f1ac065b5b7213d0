"""A publisher on this machine, who can misbehave in every way a server can."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Reply = Callable[[BaseHTTPRequestHandler], None]


class _Server(ThreadingHTTPServer):
    def handle_error(self, request, client_address):
        """Whoever hangs up on a slow reply is no news."""


class Publisher:
    """Serves a reply for each path, and remembers what was asked for."""

    def __init__(self) -> None:
        self.replies: dict[str, Reply] = {}
        self.asked: list[str] = []
        self.address = ""

    def publish(self, name: str, reply: Reply | bytes) -> None:
        self.replies[f"/{name}"] = reply if callable(reply) else file(reply)


def file(content: bytes, kind="application/json; charset=utf-8", changed="Fri, 10 Jul 2026 08:00:00 GMT", length=None):
    """A whole file, or less than its announced length."""

    def reply(request):
        request.send_response(200)
        if kind:
            request.send_header("Content-Type", kind)
        if changed:
            request.send_header("Last-Modified", changed)
        if length != "unsaid":
            request.send_header("Content-Length", str(length or len(content)))
        request.end_headers()
        request.wfile.write(content)

    return reply


def status(code: int):
    def reply(request):
        request.send_error(code)

    return reply


def redirect(to: str):
    def reply(request):
        request.send_response(302)
        request.send_header("Location", to)
        request.send_header("Content-Length", "0")
        request.end_headers()

    return reply


def silent(seconds: float):
    def reply(request):
        time.sleep(seconds)

    return reply


def dripping(content: bytes, pause_seconds: float):
    def reply(request):
        request.send_response(200)
        request.send_header("Content-Length", str(len(content)))
        request.end_headers()
        for byte in content:
            request.wfile.write(bytes([byte]))
            request.wfile.flush()
            time.sleep(pause_seconds)

    return reply


@contextmanager
def publishing() -> Iterator[Publisher]:
    publisher = Publisher()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            publisher.asked.append(self.path)
            publisher.replies.get(self.path, status(404))(self)

        def log_message(self, *_arguments):
            """Say nothing."""

    server = _Server(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    server.block_on_close = False
    publisher.address = f"http://127.0.0.1:{server.server_port}/"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield publisher
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
