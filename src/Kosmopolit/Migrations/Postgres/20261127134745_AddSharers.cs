using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kosmopolit.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddSharers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid[]>(
                name: "Sharers",
                table: "Expenses",
                type: "uuid[]",
                nullable: false,
                defaultValue: new Guid[0]);

            // What was noted before is shared by those who have a seat now; by whoever paid where nobody has.
            migrationBuilder.Sql(
                """
                UPDATE "Expenses" SET "Sharers" = coalesce(
                    (SELECT array_agg(coalesce("MemberId", "Id") ORDER BY coalesce("MemberId", "Id")) FROM "SignUps"
                        WHERE "SignUps"."ActivityId" = "Expenses"."ActivityId" AND "SignUps"."State" = 3),
                    ARRAY["PaidById"]);
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
