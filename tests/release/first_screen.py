"""Opens the app as a pilot and waits for its list of talks; run by the Python of an environment that has the program."""

import asyncio

from trainer import wiring
from trainer.tui.app import TrainerApp


async def look() -> None:
    app = TrainerApp(wiring.HouseDesk())
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(600):
            await pilot.pause(0.1)
            drawn = "".join(str(strip.text) for strip in app.screen._compositor.render_strips())
            if "Выберите разговор" in drawn and "Клиент:" in drawn:
                print("first screen: drawn")
                return
    raise SystemExit(f"no list of talks on the first screen:\n{drawn}")


asyncio.run(look())
