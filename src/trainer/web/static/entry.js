// The token stands behind «#»: browsers send that part to nobody, so it is in no log and no preview takes it.
"use strict";
document.getElementById("entry").addEventListener("submit", () => {
  document.getElementById("token").value = decodeURIComponent(location.hash.slice(1));
  history.replaceState(null, "", "/in");
});
