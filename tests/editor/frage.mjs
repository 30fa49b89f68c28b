// Asks yaml-language-server what VS Code's YAML extension would ask it, over the same protocol. Reads {wurzel,
// einstellungen, fragen} from standard input, with fragen like {datei, text, zeile, spalte, was}; says the answers.
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import rpc from "vscode-jsonrpc/node.js";

const { wurzel, einstellungen, fragen } = JSON.parse(readFileSync(0, "utf8"));
const hier = dirname(fileURLToPath(import.meta.url));
const server = spawn(process.execPath, [join(hier, "node_modules/yaml-language-server/bin/yaml-language-server"), "--stdio"]);
const verbindung = rpc.createMessageConnection(
  new rpc.StreamMessageReader(server.stdout), new rpc.StreamMessageWriter(server.stdin));

// "yaml.schemas": … becomes {schemas: …} of the section "yaml", as the editor hands it out.
function abschnitt(name) {
  const gefunden = {};
  for (const [key, wert] of Object.entries(einstellungen)) {
    if (!key.startsWith(`${name}.`)) continue;
    const pfad = key.slice(name.length + 1).split(".");
    const letzter = pfad.pop();
    pfad.reduce((ort, teil) => (ort[teil] ??= {}), gefunden)[letzter] = wert;
  }
  return gefunden;
}

const befunde = new Map();
verbindung.onNotification("textDocument/publishDiagnostics", ({ uri, diagnostics }) => befunde.get(uri)?.(diagnostics));
verbindung.onRequest("workspace/configuration", ({ items }) => items.map(({ section }) => abschnitt(section)));
verbindung.onRequest("client/registerCapability", () => null);
verbindung.onRequest("custom/schema/request", () => []);
verbindung.onRequest("vscode/content", () => { throw new Error("no network"); });
verbindung.listen();

const ordner = { uri: pathToFileURL(wurzel).href, name: "netzint" };
await verbindung.sendRequest("initialize", {
  processId: process.pid, rootUri: ordner.uri, workspaceFolders: [ordner], locale: "de",
  capabilities: {
    workspace: { configuration: true, workspaceFolders: true, didChangeConfiguration: { dynamicRegistration: true } },
    textDocument: { hover: {}, completion: { completionItem: {} }, publishDiagnostics: {} },
  },
});
await verbindung.sendNotification("initialized", {});
await verbindung.sendNotification("workspace/didChangeConfiguration", { settings: {} });

// All at once: the server waits a while after each change before it looks.
async function frage({ datei, text, zeile, spalte, was }) {
  const uri = pathToFileURL(join(wurzel, datei)).href;
  const geprueft = new Promise((fertig) => befunde.set(uri, fertig));
  await verbindung.sendNotification("textDocument/didOpen", { textDocument: { uri, languageId: "yaml", version: 1, text } });
  const gefunden = await geprueft;
  const ort = { textDocument: { uri }, position: { line: zeile ?? 0, character: spalte ?? 0 } };
  if (was === "erklaerung") return (await verbindung.sendRequest("textDocument/hover", ort))?.contents?.value ?? "";
  if (was === "vorschlaege") {
    const liste = await verbindung.sendRequest("textDocument/completion", ort);
    return (liste.items ?? liste).map((punkt) => punkt.label);
  }
  return gefunden.map(({ message, range }) => `${range.start.line + 1}: ${message}`);
}
const antworten = await Promise.all(fragen.map(frage));
process.stdout.write(JSON.stringify(antworten));
verbindung.dispose();
server.kill();
