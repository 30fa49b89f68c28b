// Reads a calendar from standard input with ical.js and says as JSON what it understood.
import { readFileSync } from "node:fs";
import ICAL from "ical.js";

const kalender = new ICAL.Component(ICAL.parse(readFileSync(0, "utf8")));
for (const zone of kalender.getAllSubcomponents("vtimezone")) {
  ICAL.TimezoneService.register(zone);
}
const termine = kalender.getAllSubcomponents("vevent").map((teil) => {
  const termin = new ICAL.Event(teil);
  return {
    uid: termin.uid,
    titel: termin.summary,
    text: termin.description,
    ort: termin.location,
    folge: termin.sequence,
    stand: teil.getFirstPropertyValue("status"),
    von: termin.startDate.toJSDate().toISOString(),
    bis: termin.endDate.toJSDate().toISOString(),
    ganztags: termin.startDate.isDate,
    eingeladen: termin.attendees.map((wer) => [wer.getParameter("cn"), wer.getFirstValue(), wer.getParameter("role")]),
    organisation: termin.organizer,
  };
});
process.stdout.write(JSON.stringify({ methode: kalender.getFirstPropertyValue("method"), termine }));
