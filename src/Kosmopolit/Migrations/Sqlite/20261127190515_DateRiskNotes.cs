using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Kosmopolit.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class DateRiskNotes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "RisksAt",
                table: "TripSheets",
                type: "INTEGER",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "RisksAt",
                table: "TripSheets");
        }
    }
}
