//! Storage migrations, by the spec_version that brings them. `docs/changes` has a page for each.

/// Migrations that run in the first block of a new version. None yet: version 1 is the first.
pub type SingleBlock = ();

/// Migrations that run over several blocks. None yet.
pub type MultiBlock = ();
