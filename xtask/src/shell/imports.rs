//! Shorter names for what the program imports from its script. wasm-bindgen tells imports apart by hashes, sixteen random
//! letters each, which no compression makes smaller; between two files that are built together a number does as well.

use anyhow::{Context, ensure};

/// Renames the imports of `wasm` and of its `script` alike.
pub fn shorten(wasm: &[u8], script: &str) -> anyhow::Result<(Vec<u8>, String)> {
    ensure!(wasm.starts_with(b"\0asm\x01\0\0\0"), "this is no WebAssembly module of version 1");
    let (mut out, mut names) = (wasm[..8].to_vec(), Vec::new());
    let mut at = 8;
    while at < wasm.len() {
        let id = wasm[at];
        let (size, body) = number(wasm, at + 1)?;
        let section = wasm.get(body..body + size).context("a section ends too early")?;
        // WebAssembly Core 2.0, 5.5.5: the import section has the id 2.
        if id == 2 {
            let renamed = rename(section, &mut names)?;
            out.push(id);
            write_number(&mut out, renamed.len());
            out.extend(renamed);
        } else {
            out.extend(&wasm[at..body + size]);
        }
        at = body + size;
    }
    // The longest first: one name may begin another.
    let mut short: Vec<(String, String)> = names.into_iter().enumerate().map(|(n, name)| (name, format!("i{n}"))).collect();
    short.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
    let mut script = script.to_owned();
    for (name, short) in short {
        ensure!(script.contains(&name), "the script does not know the import {name}");
        script = script.replace(&name, &short);
    }
    Ok((out, script))
}

fn rename(section: &[u8], names: &mut Vec<String>) -> anyhow::Result<Vec<u8>> {
    let (count, mut at) = number(section, 0)?;
    let mut out = Vec::with_capacity(section.len());
    write_number(&mut out, count);
    for _ in 0..count {
        let (module, after) = text(section, at)?;
        let (name, after) = text(section, after)?;
        write_text(&mut out, module);
        write_text(&mut out, &format!("i{}", names.len()));
        names.push(name.to_owned());
        at = end_of_kind(section, after)?;
        out.extend(&section[after..at]);
    }
    Ok(out)
}

/// Where the description of an import ends: its kind, then a type index, a table, a memory or a global.
fn end_of_kind(section: &[u8], at: usize) -> anyhow::Result<usize> {
    let kind = *section.get(at).context("an import ends too early")?;
    ensure!(kind == 0, "wasm-bindgen imports functions only, and here is an import of kind {kind}");
    Ok(number(section, at + 1)?.1)
}

/// An unsigned LEB128 number and where it ends.
fn number(bytes: &[u8], mut at: usize) -> anyhow::Result<(usize, usize)> {
    let (mut value, mut shift) = (0, 0);
    loop {
        let byte = *bytes.get(at).context("a number ends too early")?;
        value |= usize::from(byte & 0x7f) << shift;
        at += 1;
        if byte < 0x80 {
            return Ok((value, at));
        }
        shift += 7;
        ensure!(shift < 35, "a number is too long");
    }
}

fn text(bytes: &[u8], at: usize) -> anyhow::Result<(&str, usize)> {
    let (size, start) = number(bytes, at)?;
    let text = bytes.get(start..start + size).context("a name ends too early")?;
    Ok((std::str::from_utf8(text)?, start + size))
}

fn write_text(out: &mut Vec<u8>, text: &str) {
    write_number(out, text.len());
    out.extend(text.as_bytes());
}

fn write_number(out: &mut Vec<u8>, mut value: usize) {
    loop {
        let byte = u8::try_from(value & 0x7f).unwrap_or_default();
        value >>= 7;
        out.push(if value == 0 { byte } else { byte | 0x80 });
        if value == 0 {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two imported functions of type 0 and a custom section behind them.
    fn module() -> Vec<u8> {
        let mut imports = vec![2];
        for name in ["__wbg_a_0123456789abcdef", "__wbg_a_0123456789abcdef2"] {
            write_text(&mut imports, "./m.js");
            write_text(&mut imports, name);
            imports.extend([0, 0]);
        }
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        wasm.extend([1, 4, 1, 0x60, 0, 0, 2]);
        write_number(&mut wasm, imports.len());
        wasm.extend(imports);
        wasm.extend([0, 2, 1, b'x']);
        wasm
    }

    #[test]
    fn both_sides_know_an_import_by_the_same_number() -> anyhow::Result<()> {
        let script = "const imports={__wbg_a_0123456789abcdef(){},__wbg_a_0123456789abcdef2(){}}";
        let (wasm, script) = shorten(&module(), script)?;
        assert_eq!(script, "const imports={i0(){},i1(){}}");
        assert!(wasm.len() < module().len());
        assert!(wasm.ends_with(&[0, 2, 1, b'x']), "what follows stays as it was");
        assert_eq!(shorten(&wasm, &script)?.0, wasm, "doing it twice changes nothing more");
        Ok(())
    }

    #[test]
    fn a_module_cut_anywhere_is_refused_and_never_panics() {
        for end in 0..module().len() {
            let _ = shorten(&module()[..end], "__wbg_a_0123456789abcdef __wbg_a_0123456789abcdef2");
        }
        assert!(shorten(b"not wasm", "").is_err());
    }
}
