// Opens the smoke page in Firefox and prints what it says: node firefox.mjs <Firefox> <address> <seconds>

import process from "node:process";

import puppeteer from "puppeteer-core";

const [executablePath, address, limit] = process.argv.slice(2);
const timeout = Number(limit) * 1000;
const how = { browser: "firefox", protocol: "webDriverBiDi", headless: true, protocolTimeout: timeout };

const browser = await puppeteer.launch({ ...how, executablePath });
try {
  const page = await browser.newPage();
  await page.goto(address);
  await page.waitForFunction(() => document.title !== "running", { timeout });
  process.stdout.write(await page.$eval("#result", (element) => element.textContent));
} finally {
  await browser.close();
}
