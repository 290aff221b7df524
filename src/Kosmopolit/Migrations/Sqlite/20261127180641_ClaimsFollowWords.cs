using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kosmopolit.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class ClaimsFollowWords : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "WordsGoneAt",
                table: "Claims",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "WordsGoneAt",
                table: "Claims");
        }
    }
}
