//! Builds the Wasm of the runtime that the node embeds.

fn main() {
	#[cfg(feature = "std")]
	{
		#[cfg(not(feature = "metadata-hash"))]
		substrate_wasm_builder::WasmBuilder::build_using_defaults();
		#[cfg(feature = "metadata-hash")]
		substrate_wasm_builder::WasmBuilder::init_with_defaults().enable_metadata_hash("BTT", 18).build();
		keep_own_copy();
	}
	// As a part of the Wasm itself there is nothing to do, and nothing that could change that. If this were not said, the
	// Wasm would be built anew for every test that is edited.
	#[cfg(not(feature = "std"))]
	println!("cargo:rerun-if-changed=Cargo.toml");
}

/// wasm-builder leaves the Wasm in a place that all checkouts and feature sets of one build directory share. Embed a
/// copy from this build's own directory, so that no other build can exchange it.
#[cfg(feature = "std")]
fn keep_own_copy() {
	use std::{env, fs, path::Path};

	let out = env::var("OUT_DIR").expect("cargo sets OUT_DIR for build scripts");
	let source = Path::new(&out).join("wasm_binary.rs");
	let mut code = fs::read_to_string(&source).expect("wasm-builder has written wasm_binary.rs");
	let shared: Vec<String> =
		code.split("include_bytes!(").skip(1).filter_map(|rest| rest.split('"').nth(1)).map(str::to_owned).collect();
	for path in shared {
		let name = Path::new(&path).file_name().expect("the Wasm is a file");
		let own = Path::new(&out).join(name);
		// A build that is skipped keeps the copy from before, which is not copied onto itself.
		if Path::new(&path) != own {
			fs::copy(&path, &own).expect("the Wasm can be copied");
		}
		code = code.replace(&path, own.to_str().expect("the build directory is UTF-8"));
	}
	fs::write(&source, code).expect("OUT_DIR is writable");
}
