//! Debian's packages, and the few things only root may do. It never asks for a password: without one it says what to type.

use std::{os::unix::fs::MetadataExt, path::Path, process::Command};

use anyhow::{Context, anyhow, bail};

use super::place::on_path;
use crate::run::{must, run, words};

/// Installs packages; `function` says in words what they are for, for systems that name them otherwise.
pub fn install(packages: &[&str], function: &str) -> anyhow::Result<()> {
    if !Path::new("/etc/debian_version").exists() || on_path("apt-get").is_none() {
        bail!(
            "this system has no apt-get: install {function} with its own package manager (on Debian: {}), then run the same command again",
            packages.join(" ")
        );
    }
    let mut install = vec!["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-q", "--no-install-recommends"];
    install.extend(packages);
    // Lists that are missing or old are the ordinary reason for a failure; fetching them every time is not needed.
    if run(&mut as_root(&install)?)?.success {
        return Ok(());
    }
    let advice = "apt-get says above what is missing; if this machine is offline, connect it and run the same command again";
    must(&mut as_root(&["apt-get", "update", "-q"])?, advice)?;
    must(&mut as_root(&install)?, advice).map(drop)
}

/// A command run as root: as it is, or by a `sudo` that needs no password.
pub fn as_root(command: &[&str]) -> anyhow::Result<Command> {
    let (program, arguments) = command.split_first().context("an empty command")?;
    let mut plain = Command::new(program);
    plain.args(arguments);
    // `/proc/self` belongs to whoever we are.
    if std::fs::metadata("/proc/self").is_ok_and(|me| me.uid() == 0) {
        return Ok(plain);
    }
    let mut sudo = Command::new("sudo");
    sudo.arg("-n").args(command);
    let free = on_path("sudo").is_some() && run(Command::new("sudo").args(["-n", "true"])).is_ok_and(|done| done.success);
    if free {
        Ok(sudo)
    } else {
        Err(anyhow!(
            "this needs root, and nothing here asks for a password. Type this, then run the same command again:\n\n    sudo {}\n",
            words(&plain)
        ))
    }
}
