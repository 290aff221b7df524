using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kosmopolit.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CountLinks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Links",
                table: "SignUps",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "LinksSince",
                table: "SignUps",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_SignUps_NormalizedEmail",
                table: "SignUps",
                column: "NormalizedEmail");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_SignUps_NormalizedEmail",
                table: "SignUps");

            migrationBuilder.DropColumn(
                name: "Links",
                table: "SignUps");

            migrationBuilder.DropColumn(
                name: "LinksSince",
                table: "SignUps");
        }
    }
}
