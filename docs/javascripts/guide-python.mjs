// Loaded early on a calculator's page, without waiting for its styles: starts the Python that answers first.

import { client } from "./calculator-client.mjs";
import "./guide-calculator.mjs";

const runtime = document.querySelector("meta[name=guide-python]");

if (runtime) {
  client.prepare(runtime.dataset.address, JSON.parse(runtime.content));
  if (!navigator.connection?.saveData) client.hurry();
}
