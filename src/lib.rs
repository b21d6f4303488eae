//! The learner's app.
