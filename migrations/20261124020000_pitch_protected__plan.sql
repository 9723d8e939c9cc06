-- migrate:up
-- The finance plan of a pitch: gated like its texts, but made of figures. It lies beside them so that no list can read it by accident.
ALTER TABLE pitch_protected ADD COLUMN plan jsonb;
COMMENT ON COLUMN pitch_protected.plan IS 'of the field financePlan: {currency, budget, sources}; amounts in minor units of that currency';
ALTER TABLE pitch_protected DROP CONSTRAINT pitch_protected_field_check;
ALTER TABLE pitch_protected
  ADD CONSTRAINT pitch_protected_field_check CHECK (field IN ('budgetBreakdown', 'financialProjections', 'distributionPlan', 'marketingStrategy', 'contactDetails', 'financePlan')),
  ADD CONSTRAINT pitch_protected_plan_check CHECK (CASE WHEN field = 'financePlan' THEN body = '' AND (plan IS NULL OR jsonb_typeof(plan) = 'object') ELSE plan IS NULL END);

-- migrate:down
