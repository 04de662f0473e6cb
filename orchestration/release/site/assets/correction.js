/* Names the record that a report is about, from the address. */
"use strict";
(function () {
  const id = new URLSearchParams(location.search).get("id");
  if (!id || !/^[\w.+-]{1,80}$/.test(id)) return;
  document.getElementById("about-id").textContent = id;
  document.getElementById("about").hidden = false;
})();
