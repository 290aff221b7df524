using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kosmopolit.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class AddSharers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Sharers",
                table: "Expenses",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            // What was noted before is shared by those who have a seat now; by whoever paid where nobody has.
            migrationBuilder.Sql(
                """
                UPDATE "Expenses" SET "Sharers" = (
                    SELECT json_group_array("Key") FROM (
                        SELECT lower(coalesce("MemberId", "Id")) AS "Key" FROM "SignUps"
                        WHERE "SignUps"."ActivityId" = "Expenses"."ActivityId" AND "SignUps"."State" = 3 ORDER BY 1));
                UPDATE "Expenses" SET "Sharers" = json_array(lower("PaidById")) WHERE "Sharers" = '[]';
                """
            );
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Sharers",
                table: "Expenses");
        }
    }
}
