"""A slow line: passes TCP on, each way some time late, whatever is spoken over it."""

from __future__ import annotations

import asyncio
import threading

CHUNK = 65_536


class SlowLine:
    """Listens on a free port of 127.0.0.1 in a thread of its own; `delay` (seconds, each way) may change at any time."""

    def __init__(self, to: int) -> None:
        self.to, self.port, self.delay = to, 0, 0.0
        self._listening = threading.Event()
        threading.Thread(target=lambda: asyncio.run(self._serve()), daemon=True).start()
        if not self._listening.wait(10):
            raise TimeoutError("The slow line did not start.")

    async def _serve(self) -> None:
        server = await asyncio.start_server(self._meet, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        self._listening.set()
        async with server:
            await server.serve_forever()

    async def _meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection("localhost", self.to)
        await asyncio.gather(self._carry(reader, back), self._carry(there, writer), return_exceptions=True)

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Read at once and write late, so that waiting bytes never hold up those behind them."""
        loop = asyncio.get_running_loop()
        waiting: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        delivery = asyncio.create_task(self._deliver(waiting, writer))
        try:
            while data := await reader.read(CHUNK):
                waiting.put_nowait((loop.time() + self.delay, data))
        finally:
            waiting.put_nowait((loop.time() + self.delay, b""))
            await delivery

    @staticmethod
    async def _deliver(waiting: asyncio.Queue[tuple[float, bytes]], writer: asyncio.StreamWriter) -> None:
        loop = asyncio.get_running_loop()
        while True:
            due, data = await waiting.get()
            await asyncio.sleep(max(0.0, due - loop.time()))
            if not data:
                writer.close()
                return
            writer.write(data)
            await writer.drain()
