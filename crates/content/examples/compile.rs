//! Compiles a course and writes what came of it: `cargo run --example compile -p sanad-content -- assets/courses/sanad [folder]`.
//! The command for authors is `cargo xtask content`; this one is for a look at the documents.

use std::{env, error::Error, fs, path::Path, time::Instant};

use sanad_content::{Date, Folder, Memory, compile, generate};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let root = arguments.next().unwrap_or_else(|| "assets/courses/sanad".to_owned());
    let today = Date::of_unix_seconds(std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH)?.as_secs());
    let files = Memory::copy_of(&Folder::new(root));
    let start = Instant::now();
    let compiled = compile(&files, today);
    println!("{} ms", start.elapsed().as_millis());
    for diagnostic in &compiled.diagnostics {
        println!("{diagnostic}");
    }
    print!("{}", compiled.statistics);
    if let (Some(folder), Some(course)) = (arguments.next(), &compiled.course) {
        for (address, json) in course.files() {
            let path = Path::new(&folder).join(address);
            fs::create_dir_all(path.parent().unwrap_or(Path::new(".")))?;
            fs::write(path, json)?;
        }
    }
    let large = generate::course(&files, 71);
    let start = Instant::now();
    let compiled = compile(&large, today);
    let lessons = compiled.course.map_or(0, |course| course.lessons.len());
    println!("{lessons} lessons in {} ms, {} diagnostics", start.elapsed().as_millis(), compiled.diagnostics.len());
    Ok(())
}
