export async function seedActivities() {}
