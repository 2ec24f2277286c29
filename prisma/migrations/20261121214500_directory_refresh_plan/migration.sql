-- The statement of one edit took longer to plan than to run, and was planned anew each time: one plan for all serves both one
-- member and batches of thousands (docs/performance.md).
ALTER FUNCTION directory_refresh(uuid[]) SET plan_cache_mode = force_generic_plan;
