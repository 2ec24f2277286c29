-- A search by several competences asks of each entry what an index cannot: a function of SQL was called for each, an expression is not.
DROP FUNCTION directory_place(integer, integer[], integer[]);
