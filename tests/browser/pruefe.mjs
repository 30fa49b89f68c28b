// Looks at HTML files in a real browser: node pruefe.mjs CHROMIUM FILE… writes one JSON object, file → what was seen.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const REGELN = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const NARROW = { width: 320, height: 640 };
const WIDE = { width: 1280, height: 900 };

const [executablePath, ...files] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath,
  args: [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
  ],
});

async function withPage(file, options, look) {
  const context = await browser.newContext({ viewport: WIDE, offline: true, ...options });
  try {
    const page = await context.newPage();
    const messages = [];
    page.on("console", (message) => messages.push(message.text()));
    page.on("pageerror", (error) => messages.push(String(error)));
    page.on("request", (request) => {
      if (!request.url().startsWith("file:")) messages.push(`asks for ${request.url()}`);
    });
    await page.goto(pathToFileURL(file).href);
    return await look(page, messages);
  } finally {
    await context.close();
  }
}

// By day, by night, and on a small screen. Axe itself is put in from outside, past the page's own policy.
function axe(file) {
  return withPage(file, { bypassCSP: true }, async (page) => {
    await page.evaluate(AXE);
    const run = async () => {
      const found = await page.evaluate(
        (values) => axe.run(document, { runOnly: { type: "tag", values }, resultTypes: ["violations"] }), REGELN,
      );
      return found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.target.join(" ")).join(" | ")}`);
    };
    const hell = await run();
    await page.emulateMedia({ colorScheme: "dark" });
    const dunkel = await run();
    await page.setViewportSize(NARROW);
    return { hell, dunkel, schmal: await run() };
  });
}

// What is wider than the window, but for what scrolls by itself or is only there for those who listen.
function reflow(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const hidden = (element) => getComputedStyle(element).clipPath !== "none";
    const aside = (element) => {
      for (let at = element; at; at = at.parentElement) if (at.tabIndex === 0 || hidden(at)) return true;
      return false;
    };
    const wide = [...document.body.querySelectorAll("*")].filter(
      (element) => element.getClientRects().length > 0 && element.getBoundingClientRect().right > width + 1 && !aside(element),
    );
    return {
      breite: document.documentElement.scrollWidth,
      fenster: width,
      zuBreit: wide.slice(0, 5).map((element) => `${element.tagName} ${element.textContent.trim().slice(0, 40)}`),
    };
  });
}

// Tab goes through all that can be reached, once each, in the order in which it is read, and one sees where one is.
async function keyboard(page) {
  const expected = await page.evaluate(() => {
    const all = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']")];
    all.forEach((element, at) => element.setAttribute("data-probe", String(at)));
    return all.length;
  });
  const visited = [];
  const unseen = [];
  for (let step = 0; step < expected; step += 1) {
    await page.keyboard.press("Tab");
    const seen = await page.evaluate(() => {
      const element = document.activeElement;
      const box = element.getBoundingClientRect();
      const style = getComputedStyle(element);
      const ringed = style.outlineStyle !== "none" && Number.parseFloat(style.outlineWidth) >= 2;
      const inside = box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0;
      return { at: Number(element.getAttribute("data-probe") ?? -1), sichtbar: ringed && inside };
    });
    visited.push(seen.at);
    if (!seen.sichtbar) unseen.push(seen.at);
  }
  return { erwartet: expected, besucht: visited, unsichtbar: unseen };
}

async function look(file) {
  const seen = await withPage(file, {}, async (page, meldungen) => {
    const tastatur = await keyboard(page);
    const breit = await reflow(page);
    await page.setViewportSize(NARROW);
    return { tastatur, breit, umbruch: await reflow(page), meldungen };
  });
  return { ...(await axe(file)), ...seen };
}

const result = {};
const waiting = [...files];
const work = async () => {
  for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) result[file] = await look(file);
};
await Promise.all([work(), work()]);
await browser.close();
process.stdout.write(JSON.stringify(result));
