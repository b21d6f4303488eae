// A month calendar in Arabic or, after `#en`, in English. It knows nothing of the course and keeps nothing.
const WORDS = {
  ar: {
    title: "التقويم",
    previous: "الشهر السابق",
    next: "الشهر التالي",
    months: "كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول",
    days: "الأحد|الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت",
    short: "أحد|اثنين|ثلاثاء|أربعاء|خميس|جمعة|سبت",
  },
  en: {
    title: "Calendar",
    previous: "Previous month",
    next: "Next month",
    months: "January|February|March|April|May|June|July|August|September|October|November|December",
    days: "Sunday|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday",
    short: "Sun|Mon|Tue|Wed|Thu|Fri|Sat",
  },
};
/** The week begins on Saturday, as in Iraq. */
const FIRST_DAY = 6;

const lang = location.hash === "#en" ? "en" : "ar";
const words = WORDS[lang];
const find = (id) => document.getElementById(id);
const now = new Date();
let shown = new Date(now.getFullYear(), now.getMonth(), 1);

function cell(name, text, attributes) {
  const made = document.createElement(name);
  made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

function draw() {
  const [year, month] = [shown.getFullYear(), shown.getMonth()];
  find("month").textContent = `${words.months.split("|")[month]} ${year}`;
  const before = (shown.getDay() - FIRST_DAY + 7) % 7;
  const length = new Date(year, month + 1, 0).getDate();
  const days = Array.from({ length: before + length }, (_, n) => n - before + 1);
  const isToday = (day) => day === now.getDate() && month === now.getMonth() && year === now.getFullYear();
  const rows = Array.from({ length: Math.ceil(days.length / 7) }, (_, week) => {
    const row = document.createElement("tr");
    for (let n = 0; n < 7; n += 1) {
      const day = days[week * 7 + n] ?? 0;
      row.append(cell("td", day > 0 ? day : "", isToday(day) ? { "aria-current": "date" } : {}));
    }
    return row;
  });
  find("weeks").replaceChildren(...rows);
}

document.documentElement.lang = lang;
document.documentElement.dir = lang === "ar" ? "rtl" : "ltr";
document.title = words.title;
const [full, short] = [words.days.split("|"), words.short.split("|")];
for (let n = 0; n < 7; n += 1) {
  const day = (FIRST_DAY + n) % 7;
  find("days").append(cell("th", short[day], { scope: "col", abbr: full[day] }));
}
for (const [id, step] of [["previous", -1], ["next", 1]]) {
  const button = find(id);
  button.setAttribute("aria-label", words[id]);
  button.disabled = false;
  button.onclick = () => {
    shown = new Date(shown.getFullYear(), shown.getMonth() + step, 1);
    draw();
  };
}
draw();
