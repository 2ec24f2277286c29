-- PV4 · What somebody accepted stays as it was: another version is another row. The erasure of an account takes them along.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON "TermsAcceptance" FOR EACH ROW EXECUTE FUNCTION refuse_change();
