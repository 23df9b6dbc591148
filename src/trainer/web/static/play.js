// Stands before the terminal of textual-serve: says where to connect, and why a window was closed.
"use strict";
(() => {
  // A text in the terminal that looks like an address leads nowhere: somebody else may have written it.
  window.open = () => null;
  const Plain = window.WebSocket;
  window.WebSocket = class extends Plain {
    constructor(...words) {
      super(...words);
      // Keys go to the terminal at once, without a click.
      this.addEventListener("open", () => document.querySelector(".xterm-helper-textarea").focus());
      this.addEventListener("close", (event) => closed(event.code));
    }
  };
  const closed = (code) => {
    const dialog = document.getElementById("closed");
    const texts = JSON.parse(dialog.dataset.closed);
    document.getElementById("why").textContent = texts[code] || dialog.dataset.other;
    document.body.classList.add("-closed");
    document.getElementById("again").focus();
  };
  document.addEventListener("DOMContentLoaded", () => {
    const terminal = document.getElementById("terminal");
    terminal.dataset.sessionWebsocketUrl = `${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/ws`;
    const wanted = Number(new URLSearchParams(location.search).get("fontsize"));
    if (wanted >= 10 && wanted <= 40) terminal.dataset.fontSize = String(wanted);
    document.getElementById("again").addEventListener("click", () => location.reload());
  });
})();
