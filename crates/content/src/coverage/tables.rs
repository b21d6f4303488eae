//! What belongs to what as tables to read in a terminal. A gap begins with an exclamation mark, so that it can be searched for.
//! Nothing is gathered here.

use std::fmt;

use sanad_core::{format::content::Availability, id::ItemId, role::Role};

use super::{Coverage, IDEAS, LessonCoverage, ModuleCoverage, ObjectiveCoverage, SourceCoverage};

impl fmt::Display for Coverage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "OBJECTIVES: what shows that they are reached")?;
        self.modules.iter().try_for_each(|module| objectives(module, f))?;
        writeln!(f, "\nSOURCES: where they are cited (original language)")?;
        self.sources.iter().try_for_each(|source| places(source, f))?;
        writeln!(f, "\nPATHS: what is core")?;
        Role::ALL.into_iter().try_for_each(|role| path(role, &self.modules, f))?;
        writeln!(f, "\nSEED IDEAS: where they live")?;
        (1..).zip(IDEAS).try_for_each(|(number, idea)| seed(number, idea, &self.modules, f))
    }
}

fn objectives(module: &ModuleCoverage, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    writeln!(f, "  {}", module.id)?;
    for objective in &module.objectives {
        let ObjectiveCoverage { id, in_lessons, in_bank } = objective;
        writeln!(f, "    {id}")?;
        let named: Vec<&LessonCoverage> = module.lessons.iter().filter(|lesson| lesson.objectives.contains(id)).collect();
        let planned = !named.is_empty() && named.iter().all(|lesson| lesson.availability == Availability::Planned);
        let gap = if planned { "! none: its lessons are only planned" } else { "! none" };
        writeln!(f, "      lessons: {}", listed(in_lessons, gap))?;
        writeln!(f, "      bank: {}", listed(in_bank, "! none"))?;
        if named.is_empty() {
            writeln!(f, "      ! no lesson names it")?;
        }
    }
    if !module.without_objective.is_empty() {
        writeln!(f, "    ! without an objective: {}", listed(&module.without_objective, ""))?;
    }
    Ok(())
}

fn listed(items: &[ItemId], none: &str) -> String {
    if items.is_empty() {
        none.to_owned()
    } else {
        format!("{} ({})", items.len(), items.iter().map(ItemId::as_str).collect::<Vec<_>>().join(", "))
    }
}

/// The lines of one file stand behind its name once.
fn places(SourceCoverage { id, title, places }: &SourceCoverage, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if places.is_empty() {
        return writeln!(f, "  ! {id} ({title}): cited nowhere");
    }
    let mut text = String::new();
    let mut file = "";
    for place in places {
        if *place.file == *file {
            text.push_str(&format!(", {}", place.line));
        } else {
            let gap = if text.is_empty() { "" } else { "; " };
            text.push_str(&format!("{gap}{}:{}", place.file, place.line));
            file = &place.file;
        }
    }
    writeln!(f, "  {id}: {text}")
}

fn path(role: Role, modules: &[ModuleCoverage], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut lines = Vec::new();
    let (mut ready, mut planned) = (0, 0);
    for module in modules {
        let core: Vec<&LessonCoverage> = module.lessons.iter().filter(|lesson| module.is_core(role, &lesson.id)).collect();
        let names: Vec<String> = core.iter().map(|lesson| name(lesson)).collect();
        for lesson in &core {
            let minutes = if lesson.availability == Availability::Planned { &mut planned } else { &mut ready };
            *minutes += u32::from(lesson.minutes);
        }
        lines.push(match (core.len(), module.lessons.len()) {
            (0, _) => format!("    {}: optional", module.id),
            (some, all) if some == all => format!("    {}: {}", module.id, names.join(", ")),
            (some, all) => format!("    {} ({some} of {all}): {}", module.id, names.join(", ")),
        });
    }
    writeln!(f, "  {}: {ready} minutes, and {planned} planned", role.id())?;
    lines.iter().try_for_each(|line| writeln!(f, "{line}"))
}

fn name(lesson: &LessonCoverage) -> String {
    let planned = if lesson.availability == Availability::Planned { ", planned" } else { "" };
    format!("{} ({} min{planned})", lesson.id, lesson.minutes)
}

fn seed(number: u16, idea: &str, modules: &[ModuleCoverage], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let home: Vec<&ModuleCoverage> = modules.iter().filter(|module| module.seed.contains(&number)).collect();
    if home.is_empty() {
        return writeln!(f, "  ! {number} {idea}: no module");
    }
    writeln!(f, "  {number} {idea}")?;
    for module in home {
        let lessons: Vec<String> = module.lessons.iter().map(name).collect();
        writeln!(f, "    {}: {}", module.id, lessons.join(", "))?;
    }
    Ok(())
}
