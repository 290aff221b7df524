using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kosmopolit.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CountAbstentions : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "VotesBlank",
                table: "Elected",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "VotesAbstained",
                table: "Charters",
                type: "integer",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "VotesBlank",
                table: "Elected");

            migrationBuilder.DropColumn(
                name: "VotesAbstained",
                table: "Charters");
        }
    }
}
