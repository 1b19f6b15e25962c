mod first_timestamp;
mod genesis;
mod getters;
mod invariants;
